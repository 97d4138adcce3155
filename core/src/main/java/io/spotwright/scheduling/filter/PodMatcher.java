package io.spotwright.scheduling.filter;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pods a spread constraint or an affinity term of a given owner looks at: the owner's
 * namespace and its values of matchLabelKeys are already filled in, as the API server does at
 * creation.
 */
public record PodMatcher(
    SortedSet<String> namespaces,
    @Nullable LabelSelector namespaceSelector,
    @Nullable LabelSelector selector) {

  public static PodMatcher of(PodAffinityTerm term, PodSpec owner) {
    SortedSet<String> namespaces = term.namespaces();
    if (namespaces.isEmpty() && term.namespaceSelector() == null) {
      namespaces = new TreeSet<>(List.of(owner.namespace()));
    }
    LabelSelector selector =
        withKeys(term.labelSelector(), owner, term.matchLabelKeys(), Operator.IN);
    selector = withKeys(selector, owner, term.mismatchLabelKeys(), Operator.NOT_IN);
    return new PodMatcher(namespaces, term.namespaceSelector(), selector);
  }

  public static PodMatcher of(TopologySpread spread, PodSpec owner) {
    return new PodMatcher(
        new TreeSet<>(List.of(owner.namespace())),
        null,
        withKeys(spread.labelSelector(), owner, spread.matchLabelKeys(), Operator.IN));
  }

  private static @Nullable LabelSelector withKeys(
      @Nullable LabelSelector selector, PodSpec owner, List<String> keys, Operator operator) {
    if (selector == null || keys.isEmpty()) {
      return selector;
    }
    List<Requirement> expressions = new ArrayList<>(selector.matchExpressions());
    for (String key : keys) {
      String value = owner.labels().get(key);
      if (value != null) {
        expressions.add(new Requirement(key, operator, List.of(value)));
      }
    }
    return new LabelSelector(selector.matchLabels(), expressions);
  }

  /** A selector without any expression; as a spread constraint it counts no pod (since 1.34). */
  public boolean selectsEverything() {
    return selector != null
        && selector.matchLabels().isEmpty()
        && selector.matchExpressions().isEmpty();
  }

  /** {@code namespaceLabels}: labels by namespace; an absent one carries only its name. */
  public boolean matches(PodSpec pod, Map<String, ? extends Map<String, String>> namespaceLabels) {
    return selector != null
        && looksAt(pod.namespace(), namespaceLabels)
        && selector.matches(pod.labels());
  }

  private boolean looksAt(
      String namespace, Map<String, ? extends Map<String, String>> namespaceLabels) {
    if (namespaces.contains(namespace)) {
      return true;
    }
    if (namespaceSelector == null) {
      return false;
    }
    Map<String, String> labels = namespaceLabels.get(namespace);
    return namespaceSelector.matches(
        labels == null ? Map.of("kubernetes.io/metadata.name", namespace) : labels);
  }
}
