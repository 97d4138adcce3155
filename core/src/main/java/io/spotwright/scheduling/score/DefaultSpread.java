package io.spotwright.scheduling.score;

import io.spotwright.model.Labels;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.TopologySpread;
import java.util.List;
import java.util.Set;

/**
 * The constraints kube-scheduler gives to a pod that has none of its own: spread over hosts and
 * zones if possible. They need a selector, which comes from the ReplicaSet, StatefulSet or
 * ReplicationController that owns the pod; here the pods of the same workload stand for it.
 * Services are not known, so a Job's pods and bare pods have none.
 */
public final class DefaultSpread {
  public static final List<TopologySpread> CONSTRAINTS =
      List.of(preferred(3, Labels.HOSTNAME), preferred(5, Labels.ZONE));

  private static final Set<String> OWNERS =
      Set.of("Deployment", "ReplicaSet", "StatefulSet", "ReplicationController");

  private DefaultSpread() {}

  public static boolean appliesTo(PodSpec pod, Workload workload) {
    return pod.topologySpread().isEmpty() && OWNERS.contains(workload.kind());
  }

  private static TopologySpread preferred(int maxSkew, String key) {
    return new TopologySpread(maxSkew, key, false, null, 1, true, false, List.of());
  }
}
