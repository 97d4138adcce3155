package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.replay.Replayer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Why a pod would, or would not, be bound to each of the nodes as they are. */
public final class Placement {
  private Placement() {}

  /** One verdict per node, in the order of {@code nodes}. */
  public static List<NodeVerdict> judge(
      Pod pod, List<SchedulingNode> nodes, Map<String, SortedMap<String, String>> namespaceLabels) {
    List<Pod> bound = nodes.stream().flatMap(node -> node.bound().stream()).toList();
    Replayer replayer = new Replayer(nodes, new PodTable(List.of(pod), bound, namespaceLabels));
    replayer.reset(0);
    return replayer.judge(0);
  }
}
