package io.spotwright.scheduling.compile;

import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.scheduling.score.ResourceScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distinct requests, as columns. Pods of one shape share a node's resource answer. */
public final class Shapes {
  /** Names of the resources besides CPU, memory and pods, in the order of {@code extra}. */
  public final List<String> extraNames = new ArrayList<>();

  public final List<Shape> list = new ArrayList<>();
  private final Map<Resources, Integer> byRequest = new HashMap<>();

  /**
   * One request.
   *
   * @param scoredCpu CPU with the default that LeastAllocated assumes for a pod without a request
   * @param extra amounts by {@link #extraNames}; shorter when the rest is zero
   */
  public record Shape(
      long cpu, long memory, long slots, double scoredCpu, double scoredMemory, long[] extra) {
    /** A pod without CPU and memory requests is not scored for balance. */
    public boolean bestEffort() {
      return cpu == 0 && memory == 0;
    }
  }

  int add(PodSpec pod) {
    return byRequest.computeIfAbsent(
        pod.requests(),
        requests -> {
          list.add(shape(requests));
          return list.size() - 1;
        });
  }

  private Shape shape(Resources requests) {
    long cpu = requests.cpu();
    long memory = requests.memory();
    return new Shape(
        cpu,
        memory,
        Math.max(1, requests.get(Resources.PODS)),
        cpu == 0 ? ResourceScore.DEFAULT_CPU_MILLI : cpu,
        memory == 0 ? ResourceScore.DEFAULT_MEMORY : memory,
        extra(requests));
  }

  private long[] extra(Resources requests) {
    for (String name : requests.names()) {
      if (!name.equals(Resources.CPU)
          && !name.equals(Resources.MEMORY)
          && !name.equals(Resources.PODS)
          && !extraNames.contains(name)) {
        extraNames.add(name);
      }
    }
    int length = extraNames.size();
    while (length > 0 && requests.get(extraNames.get(length - 1)) == 0) {
      length--;
    }
    long[] amounts = new long[length];
    for (int i = 0; i < length; i++) {
      amounts[i] = requests.get(extraNames.get(i));
    }
    return amounts;
  }
}
