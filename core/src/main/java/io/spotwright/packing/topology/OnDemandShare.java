package io.spotwright.packing.topology;

import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Which pods must be on on-demand nodes: per workload the base, and the percentage of the replicas
 * above it rounded up.
 */
public final class OnDemandShare {
  public static final OnDemandShare NONE = new OnDemandShare();

  private final Set<Pod> onDemand = Collections.newSetFromMap(new IdentityHashMap<>());

  private OnDemandShare() {}

  /** The number of on-demand pods is asked per workload with its pods. */
  public OnDemandShare(List<Pod> pods, ToIntFunction<List<Pod>> wanted) {
    Map<Workload, List<Pod>> byWorkload = new HashMap<>();
    for (Pod pod : pods) {
      byWorkload.computeIfAbsent(pod.workload(), key -> new ArrayList<>()).add(pod);
    }
    byWorkload.forEach((workload, owned) -> {
      int count = Math.min(owned.size(), wanted.applyAsInt(owned));
      onDemand.addAll(owned.subList(0, count));
    });
  }

  public static int count(int replicas, int base, int percentageAboveBase) {
    int above = Math.max(0, replicas - base);
    return Math.min(replicas, base) + (above * percentageAboveBase + 99) / 100;
  }

  boolean mustBeOnDemand(Pod pod) {
    return onDemand.contains(pod);
  }

  boolean concerns(PodClass podClass) {
    return podClass.pods().stream().anyMatch(onDemand::contains);
  }

  public boolean isEmpty() {
    return onDemand.isEmpty();
  }

  List<Pod> onDemandFirst(PodClass podClass) {
    List<Pod> pods = new ArrayList<>(podClass.pods());
    pods.sort((a, b) -> Boolean.compare(onDemand.contains(b), onDemand.contains(a)));
    return pods;
  }
}
