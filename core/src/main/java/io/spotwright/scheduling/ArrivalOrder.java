package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Orders in which pods may come to the scheduler, as indexes into the list of pods. */
public final class ArrivalOrder {
  private ArrivalOrder() {}

  /** Every order is as likely: what is left of many controllers creating pods at once. */
  public static int[] random(int pods, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int[] order = new int[pods];
    for (int i = 0; i < pods; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * Workload by workload in random order, each with its pods in sequence: one apply after another.
   */
  public static int[] byWorkload(List<Pod> pods, long seed) {
    Map<Workload, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < pods.size(); i++) {
      members.computeIfAbsent(pods.get(i).workload(), w -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> workloads = new ArrayList<>(members.values());
    Collections.shuffle(workloads, Random.from(new SplittableRandom(seed)));
    return workloads.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }
}
