package io.spotwright.packing.verify;

import io.spotwright.model.HostPort;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether labels, taints and ports match, from the API's documentation. */
final class Matching {
  private static final Taint CORDON =
      new Taint("node.kubernetes.io/unschedulable", "", Taint.Effect.NO_SCHEDULE);

  private Matching() {}

  static boolean requirement(Requirement rule, @Nullable String label) {
    Set<String> values = Set.copyOf(rule.values());
    return switch (rule.operator()) {
      case IN -> label != null && values.contains(label);
      case NOT_IN -> !(label != null && values.contains(label));
      case EXISTS -> label != null;
      case DOES_NOT_EXIST -> label == null;
      case GT -> signum(rule, label) > 0;
      case LT -> signum(rule, label) == -1;
      case GTE -> signum(rule, label) >= 0;
      case LTE -> signum(rule, label) == 0 || signum(rule, label) == -1;
    };
  }

  /** Sign of label minus bound; -2 where one of them is no integer. */
  private static int signum(Requirement rule, @Nullable String label) {
    String bound = rule.values().getFirst();
    String integer = "[+-]?[0-9]+";
    if (label == null || !label.matches(integer) || !bound.matches(integer)) {
      return -2;
    }
    return new BigInteger(label).compareTo(new BigInteger(bound));
  }

  static boolean selector(@Nullable LabelSelector selector, Map<String, String> labels) {
    return selector != null
        && labels.entrySet().containsAll(selector.matchLabels().entrySet())
        && selector.matchExpressions().stream()
            .allMatch(rule -> requirement(rule, labels.get(rule.key())));
  }

  private static boolean term(NodeSelectorTerm term, Map<String, String> labels, String name) {
    boolean says = !term.matchExpressions().isEmpty() || !term.matchFields().isEmpty();
    return says
        && term.matchExpressions().stream()
            .allMatch(rule -> requirement(rule, labels.get(rule.key())))
        && term.matchFields().stream()
            .allMatch(rule -> requirement(rule, rule.key().equals("metadata.name") ? name : null));
  }

  static boolean anyTerm(List<NodeSelectorTerm> terms, Map<String, String> labels, String name) {
    return terms.stream().anyMatch(term -> term(term, labels, name));
  }

  /** Node selector and required node affinity. */
  static boolean node(PodSpec pod, Map<String, String> labels, String name) {
    return labels.entrySet().containsAll(pod.nodeSelector().entrySet())
        && (pod.requiredNodeTerms().isEmpty() || anyTerm(pod.requiredNodeTerms(), labels, name));
  }

  static boolean volumes(PodSpec pod, Map<String, String> labels, String name) {
    return pod.volumeNodeTerms().stream().allMatch(volume -> anyTerm(volume, labels, name));
  }

  static boolean taints(PodSpec pod, List<Taint> taints, boolean cordoned) {
    return taints.stream().allMatch(taint -> tolerated(pod, taint))
        && (!cordoned || tolerated(pod, CORDON));
  }

  private static boolean tolerated(PodSpec pod, Taint taint) {
    return taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE
        || pod.tolerations().stream().anyMatch(toleration -> tolerates(toleration, taint));
  }

  private static boolean tolerates(Toleration toleration, Taint taint) {
    boolean effect = toleration.effect() == null || toleration.effect() == taint.effect();
    boolean all = toleration.key().isEmpty() && toleration.exists();
    boolean key = toleration.key().equals(taint.key());
    return effect
        && (all || key && (toleration.exists() || toleration.value().equals(taint.value())));
  }

  static boolean ports(HostPort one, HostPort other) {
    String any = "0.0.0.0";
    return one.port() == other.port()
        && one.protocol().equals(other.protocol())
        && (one.ip().equals(any) || other.ip().equals(any) || one.ip().equals(other.ip()));
  }

  /** Whether {@code other} is one of the pods that a term of {@code owner} speaks of. */
  static boolean affinity(
      PodSpec owner,
      PodAffinityTerm term,
      PodSpec other,
      Map<String, SortedMap<String, String>> namespaceLabels) {
    return namespace(owner, term, other.namespace(), namespaceLabels)
        && selector(term.labelSelector(), other.labels())
        && sameLabels(owner, term.matchLabelKeys(), other)
        && term.mismatchLabelKeys().stream()
            .filter(owner.labels()::containsKey)
            .noneMatch(key -> Objects.equals(owner.labels().get(key), other.labels().get(key)));
  }

  /** A key that the owner has no label for is not looked at. */
  static boolean sameLabels(PodSpec owner, List<String> keys, PodSpec other) {
    return keys.stream()
        .filter(owner.labels()::containsKey)
        .allMatch(key -> Objects.equals(owner.labels().get(key), other.labels().get(key)));
  }

  private static boolean namespace(
      PodSpec owner,
      PodAffinityTerm term,
      String namespace,
      Map<String, SortedMap<String, String>> namespaceLabels) {
    LabelSelector selector = term.namespaceSelector();
    if (term.namespaces().isEmpty() && selector == null) {
      return namespace.equals(owner.namespace());
    }
    if (term.namespaces().contains(namespace)) {
      return true;
    }
    Map<String, String> known = namespaceLabels.getOrDefault(namespace, new TreeMap<>());
    Map<String, String> labels = new TreeMap<>(known);
    labels.put("kubernetes.io/metadata.name", namespace);
    return selector != null && selector(selector, labels);
  }
}
