package io.spotwright.scheduling;

import io.spotwright.model.HostPort;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Nodes with the pods bound so far, and nothing precomputed: every question walks over all pods.
 */
final class ReferenceCluster {
  final List<SchedulingNode> nodes;
  final List<List<Pod>> bound = new ArrayList<>();
  private final Map<String, SortedMap<String, String>> namespaceLabels;

  ReferenceCluster(
      List<SchedulingNode> nodes, Map<String, SortedMap<String, String>> namespaceLabels) {
    this.nodes = nodes;
    this.namespaceLabels = namespaceLabels;
    nodes.forEach(node -> bound.add(new ArrayList<>(node.bound())));
  }

  long used(int node, String resource) {
    return bound.get(node).stream().mapToLong(pod -> pod.spec().requests().get(resource)).sum();
  }

  boolean resourcesFit(PodSpec pod, int node) {
    for (String name : pod.requests().names()) {
      long wanted = pod.requests().get(name);
      long free = nodes.get(node).allocatable().get(name) - used(node, name);
      if (!name.equals(Resources.PODS) && wanted > 0 && wanted > free) {
        return false;
      }
    }
    return bound.get(node).size() + 1 <= nodes.get(node).allocatable().get(Resources.PODS);
  }

  boolean portsFree(PodSpec pod, int node) {
    for (Pod other : bound.get(node)) {
      for (HostPort taken : other.spec().hostPorts()) {
        if (pod.hostPorts().stream().anyMatch(taken::conflictsWith)) {
          return false;
        }
      }
    }
    return true;
  }

  boolean matchesAffinity(PodSpec pod, int node) {
    Map<String, String> labels = nodes.get(node).labels();
    return labels.entrySet().containsAll(pod.nodeSelector().entrySet())
        && (pod.requiredNodeTerms().isEmpty() || anyTerm(pod.requiredNodeTerms(), node));
  }

  boolean reachesVolumes(PodSpec pod, int node) {
    return pod.volumeNodeTerms().stream().allMatch(terms -> anyTerm(terms, node));
  }

  boolean anyTerm(List<NodeSelectorTerm> terms, int node) {
    SchedulingNode at = nodes.get(node);
    return terms.stream().anyMatch(term -> term.matches(at.labels(), at.name()));
  }

  static boolean tolerates(PodSpec pod, Taint taint) {
    return pod.tolerations().stream().anyMatch(toleration -> toleration.tolerates(taint));
  }

  boolean toleratesHard(PodSpec pod, int node) {
    return nodes.get(node).taints().stream()
        .filter(taint -> taint.effect() != Taint.Effect.PREFER_NO_SCHEDULE)
        .allMatch(taint -> tolerates(pod, taint));
  }

  /** Whether a term of {@code owner} looks at {@code other}. */
  boolean selects(PodAffinityTerm term, PodSpec owner, PodSpec other) {
    if (term.labelSelector() == null || !term.labelSelector().matches(other.labels())) {
      return false;
    }
    for (String key : term.matchLabelKeys()) {
      String value = owner.labels().get(key);
      if (value != null && !value.equals(other.labels().get(key))) {
        return false;
      }
    }
    for (String key : term.mismatchLabelKeys()) {
      String value = owner.labels().get(key);
      if (value != null && value.equals(other.labels().get(key))) {
        return false;
      }
    }
    return looksInto(term, owner, other.namespace());
  }

  private boolean looksInto(PodAffinityTerm term, PodSpec owner, String namespace) {
    LabelSelector selector = term.namespaceSelector();
    SortedMap<String, String> labels = namespaceLabels.getOrDefault(namespace, new TreeMap<>());
    if (selector != null && selector.matches(labels)) {
      return true;
    }
    return term.namespaces().contains(namespace)
        || (selector == null && term.namespaces().isEmpty() && owner.namespace().equals(namespace));
  }

  /** Whether two nodes have the label and the same value of it. */
  boolean sameDomain(String key, int left, int right) {
    String value = nodes.get(left).labels().get(key);
    return value != null && value.equals(nodes.get(right).labels().get(key));
  }
}
