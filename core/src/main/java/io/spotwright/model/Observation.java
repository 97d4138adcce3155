package io.spotwright.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is known of a cluster at one moment: the input of every decision.
 *
 * @param pending pods to be placed
 * @param nodes existing nodes with their bound pods
 * @param nodePools empty when the input has none; then everything in the catalogue may be bought
 * @param namespaceLabels for namespace selectors; a namespace that is absent has only the label
 *     {@code kubernetes.io/metadata.name}
 */
public record Observation(
    List<Pod> pending,
    List<Node> nodes,
    List<DaemonSet> daemonSets,
    List<NodePool> nodePools,
    List<DisruptionBudget> disruptionBudgets,
    Map<String, SortedMap<String, String>> namespaceLabels) {

  public Observation {
    pending = List.copyOf(pending);
    nodes = List.copyOf(nodes);
    daemonSets = List.copyOf(daemonSets);
    nodePools = List.copyOf(nodePools);
    disruptionBudgets = List.copyOf(disruptionBudgets);
    namespaceLabels = Map.copyOf(namespaceLabels);
  }

  /** Only pods to be placed. */
  public static Observation of(List<Pod> pending) {
    return new Observation(pending, List.of(), List.of(), List.of(), List.of(), Map.of());
  }
}
