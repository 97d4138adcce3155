package io.spotwright.packing.topology;

import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import java.util.HashMap;
import java.util.Map;

/**
 * How many replicas each workload may lose at once: what its disruption budgets leave, or, without
 * one, what keeps at least half of its replicas.
 */
public final class LossBudgets {
  private final Map<Workload, Integer> replicas = new HashMap<>();
  private final Map<Workload, Integer> mayLose = new HashMap<>();

  public LossBudgets(Observation observation) {
    for (Pod pod : observation.pending()) {
      replicas.merge(pod.workload(), 1, Integer::sum);
    }
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        replicas.merge(pod.workload(), 1, Integer::sum);
      }
    }
    for (Pod pod : observation.pending()) {
      mayLose.computeIfAbsent(pod.workload(), key -> budget(observation, pod));
    }
  }

  private int budget(Observation observation, Pod pod) {
    int count = replicas.getOrDefault(pod.workload(), 1);
    int least = Integer.MAX_VALUE;
    for (DisruptionBudget budget : observation.disruptionBudgets()) {
      if (budget.namespace().equals(pod.namespace())
          && budget.selector() != null
          && budget.selector().matches(pod.spec().labels())) {
        least = Math.min(least, count - budget.mustStay(count));
      }
    }
    return least == Integer.MAX_VALUE ? count / 2 : Math.max(0, least);
  }

  /** Replicas the pod's workload may lose at once. */
  public int mayLose(Pod pod) {
    return mayLose.getOrDefault(pod.workload(), 0);
  }
}
