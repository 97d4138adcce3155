package io.spotwright.cli.report;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.PlannedNode;
import java.util.List;
import java.util.Map;

/**
 * A planned node, bought or existing, in the same words.
 *
 * @param vmSize empty when an existing node does not say
 * @param zone empty when it has none
 * @param nodePool empty when it belongs to none
 */
public record NodeFacts(String vmSize, String zone, String capacityType, String nodePool) {

  public static NodeFacts of(PlannedNode node) {
    Offering offering = node.offering();
    Node existing = node.existing();
    if (offering != null) {
      return new NodeFacts(
          offering.size().name(),
          offering.zone(),
          offering.capacityType().label(),
          node.nodePool() == null ? "" : node.nodePool().name());
    }
    if (existing == null) {
      throw new IllegalArgumentException("node " + node.name() + " neither exists nor is bought");
    }
    Map<String, String> labels = existing.labels();
    return new NodeFacts(
        labels.getOrDefault(Labels.INSTANCE_TYPE, ""),
        labels.getOrDefault(Labels.ZONE, ""),
        capacityType(labels),
        labels.getOrDefault(Labels.NODE_POOL, ""));
  }

  /** What the pods on the node ask for, those already bound included. */
  public static Resources requested(PlannedNode node) {
    Node existing = node.existing();
    long cpu = 0;
    long memory = 0;
    List<Pod> bound = existing == null ? List.of() : existing.pods();
    for (List<Pod> pods : List.of(bound, node.pods())) {
      for (Pod pod : pods) {
        cpu += pod.spec().requests().cpu();
        memory += pod.spec().requests().memory();
      }
    }
    return Resources.of(cpu, memory, (long) bound.size() + node.pods().size());
  }

  private static String capacityType(Map<String, String> labels) {
    boolean spot =
        "spot".equals(labels.get(Labels.CAPACITY_TYPE))
            || "spot".equals(labels.get(Labels.SCALE_SET_PRIORITY));
    return (spot ? CapacityType.SPOT : CapacityType.ON_DEMAND).label();
  }
}
