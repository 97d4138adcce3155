package io.spotwright.scheduling.filter;

import io.spotwright.model.Labels;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.model.constraint.Weighted;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a pod asks of a node whatever else runs there: selector, node affinity, zones of its volumes
 * and tolerations. Pods with equal rules share every answer.
 */
public record PlacementRules(
    SortedMap<String, String> nodeSelector,
    List<NodeSelectorTerm> requiredTerms,
    List<List<NodeSelectorTerm>> volumeTerms,
    List<Toleration> tolerations,
    List<Weighted<NodeSelectorTerm>> preferredTerms) {

  /** The taint a cordoned node stands for. */
  private static final Taint CORDONED =
      new Taint("node.kubernetes.io/unschedulable", "", Taint.Effect.NO_SCHEDULE);

  public static PlacementRules of(PodSpec pod) {
    return new PlacementRules(
        pod.nodeSelector(),
        pod.requiredNodeTerms(),
        pod.volumeNodeTerms(),
        pod.tolerations(),
        pod.preferredNodeTerms());
  }

  /**
   * Only selector and required affinity, as a spread constraint's nodeAffinityPolicy reads them.
   */
  public PlacementRules affinityOnly() {
    return new PlacementRules(nodeSelector, requiredTerms, List.of(), List.of(), List.of());
  }

  /** Only the tolerations, as a spread constraint's nodeTaintsPolicy reads them. */
  public PlacementRules tolerationsOnly() {
    return new PlacementRules(
        Collections.emptySortedMap(), List.of(), List.of(), tolerations, List.of());
  }

  /** Whether the node's own name decides, so that no two nodes can share an answer. */
  public boolean readsHostname() {
    return nodeSelector.containsKey(Labels.HOSTNAME)
        || requiredTerms.stream().anyMatch(PlacementRules::readsHostname)
        || volumeTerms.stream().flatMap(List::stream).anyMatch(PlacementRules::readsHostname)
        || preferredTerms.stream().map(Weighted::term).anyMatch(PlacementRules::readsHostname);
  }

  private static boolean readsHostname(NodeSelectorTerm term) {
    return !term.matchFields().isEmpty()
        || term.matchExpressions().stream().map(Requirement::key).anyMatch(Labels.HOSTNAME::equals);
  }

  /** Selector and required node affinity: every label of the one, any term of the other. */
  public boolean matchesAffinity(Map<String, String> labels, String nodeName) {
    for (Map.Entry<String, String> wanted : nodeSelector.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return requiredTerms.isEmpty() || anyMatches(requiredTerms, labels, nodeName);
  }

  /** Every zonal volume can be reached from the node. */
  public boolean matchesVolumes(Map<String, String> labels, String nodeName) {
    for (List<NodeSelectorTerm> terms : volumeTerms) {
      if (!anyMatches(terms, labels, nodeName)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyMatches(
      List<NodeSelectorTerm> terms, Map<String, String> labels, String nodeName) {
    for (NodeSelectorTerm term : terms) {
      if (term.matches(labels, nodeName)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no taint that keeps pods off (NoSchedule, NoExecute) is left untolerated. */
  public boolean toleratesHardTaints(List<Taint> taints) {
    for (Taint taint : taints) {
      if (taint.effect() != Taint.Effect.PREFER_NO_SCHEDULE && !tolerates(taint)) {
        return false;
      }
    }
    return true;
  }

  public boolean toleratesCordon() {
    return tolerates(CORDONED);
  }

  /** How many PreferNoSchedule taints are not tolerated: the raw TaintToleration score. */
  public int untoleratedSoftTaints(List<Taint> taints) {
    int count = 0;
    for (Taint taint : taints) {
      if (taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE && !tolerates(taint)) {
        count++;
      }
    }
    return count;
  }

  private boolean tolerates(Taint taint) {
    for (Toleration toleration : tolerations) {
      if (toleration.tolerates(taint)) {
        return true;
      }
    }
    return false;
  }

  /** Sum of the weights of the preferred terms that match: the raw NodeAffinity score. */
  public int preferredWeight(Map<String, String> labels, String nodeName) {
    int sum = 0;
    for (Weighted<NodeSelectorTerm> preferred : preferredTerms) {
      if (preferred.term().matches(labels, nodeName)) {
        sum += preferred.weight();
      }
    }
    return sum;
  }
}
