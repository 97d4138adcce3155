package io.spotwright.packing.topology;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pods a spread constraint or an affinity term of one pod looks at, its matchLabelKeys
 * resolved.
 */
record PodSelection(
    SortedSet<String> namespaces,
    @Nullable LabelSelector namespaceSelector,
    @Nullable LabelSelector labels) {

  static PodSelection of(PodSpec owner, TopologySpread spread) {
    return new PodSelection(
        new TreeSet<>(List.of(owner.namespace())),
        null,
        narrowed(owner, spread.labelSelector(), spread.matchLabelKeys(), List.of()));
  }

  static PodSelection of(PodSpec owner, PodAffinityTerm term) {
    SortedSet<String> namespaces = term.namespaces();
    if (namespaces.isEmpty() && term.namespaceSelector() == null) {
      namespaces = new TreeSet<>(List.of(owner.namespace()));
    }
    LabelSelector labels =
        narrowed(owner, term.labelSelector(), term.matchLabelKeys(), term.mismatchLabelKeys());
    return new PodSelection(namespaces, term.namespaceSelector(), labels);
  }

  private static @Nullable LabelSelector narrowed(
      PodSpec owner, @Nullable LabelSelector selector, List<String> match, List<String> mismatch) {
    if (selector == null || (match.isEmpty() && mismatch.isEmpty())) {
      return selector;
    }
    List<Requirement> expressions = new ArrayList<>(selector.matchExpressions());
    add(owner, match, Operator.IN, expressions);
    add(owner, mismatch, Operator.NOT_IN, expressions);
    return new LabelSelector(selector.matchLabels(), expressions);
  }

  private static void add(
      PodSpec owner, List<String> keys, Operator operator, List<Requirement> expressions) {
    for (String key : keys) {
      String value = owner.labels().get(key);
      if (value != null) {
        expressions.add(new Requirement(key, operator, List.of(value)));
      }
    }
  }

  boolean matches(PodSpec pod, Map<String, SortedMap<String, String>> namespaceLabels) {
    return labels != null
        && seesNamespace(pod.namespace(), namespaceLabels)
        && labels.matches(pod.labels());
  }

  private boolean seesNamespace(
      String namespace, Map<String, SortedMap<String, String>> namespaceLabels) {
    if (namespaces.contains(namespace)) {
      return true;
    }
    if (namespaceSelector == null) {
      return false;
    }
    SortedMap<String, String> known =
        namespaceLabels.getOrDefault(
            namespace,
            new TreeMap<>(Collections.singletonMap("kubernetes.io/metadata.name", namespace)));
    return namespaceSelector.matches(known);
  }
}
