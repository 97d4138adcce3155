package io.spotwright.cli.plan;

import io.spotwright.cli.document.Text;
import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What still keeps the pods off the spot nodes that a plan puts them on. */
final class SpotReadiness {
  /** AKS puts it on every spot pool it manages, and it cannot be taken off. */
  private static final Taint AKS_SPOT =
      new Taint(Labels.SCALE_SET_PRIORITY, "spot", Taint.Effect.NO_SCHEDULE);

  private SpotReadiness() {}

  /** NodePools state their taints themselves, so only a plan without any assumes something. */
  static List<String> notes(Plan plan) {
    Set<Workload> lacking = new TreeSet<>();
    for (PlannedNode node : plan.nodes()) {
      Offering offering = node.offering();
      if (offering != null
          && offering.capacityType() == CapacityType.SPOT
          && node.nodePool() == null) {
        for (Pod pod : node.pods()) {
          if (!tolerates(pod.spec().tolerations())) {
            lacking.add(pod.workload());
          }
        }
      }
    }
    if (lacking.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    lacking.forEach(workload -> names.add(workload.namespace() + "/" + workload.name()));
    return List.of(
        "Spot node pools of AKS carry the taint"
            + " kubernetes.azure.com/scalesetpriority=spot:NoSchedule. The plan assumes pods"
            + " tolerate it; "
            + Text.count(lacking.size(), "workload")
            + " still "
            + (lacking.size() == 1 ? "needs" : "need")
            + " that toleration: "
            + Text.list(names, 3)
            + ".");
  }

  private static boolean tolerates(List<Toleration> tolerations) {
    return tolerations.stream().anyMatch(toleration -> toleration.tolerates(AKS_SPOT));
  }
}
