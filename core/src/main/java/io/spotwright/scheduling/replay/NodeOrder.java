package io.spotwright.scheduling.replay;

import io.spotwright.model.Labels;
import io.spotwright.scheduling.SchedulingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order in which kube-scheduler looks at nodes: one of each zone in turn. */
final class NodeOrder {
  private NodeOrder() {}

  /**
   * Indexes into {@code nodes}, interleaved over region and zone in the order they first appear.
   */
  static int[] interleaved(List<SchedulingNode> nodes) {
    Map<String, List<Integer>> zones = new LinkedHashMap<>();
    for (int n = 0; n < nodes.size(); n++) {
      Map<String, String> labels = nodes.get(n).labels();
      String zone = labels.get(Labels.REGION) + '\0' + labels.get(Labels.ZONE);
      zones.computeIfAbsent(zone, z -> new ArrayList<>()).add(n);
    }
    int[] order = new int[nodes.size()];
    int filled = 0;
    for (int round = 0; filled < order.length; round++) {
      for (List<Integer> zone : zones.values()) {
        if (round < zone.size()) {
          order[filled++] = zone.get(round);
        }
      }
    }
    return order;
  }

  /** How many feasible nodes are enough, with the adaptive percentageOfNodesToScore. */
  static int enough(int nodes) {
    int percentage = Math.max(5, 50 - nodes / 125);
    return nodes < 100 ? nodes : Math.max(100, nodes * percentage / 100);
  }
}
