package io.spotwright.model.constraint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A label selector over pods or namespaces. Without any expression it selects everything; an absent
 * selector, which selects nothing, is a {@code null} reference where the API allows one.
 */
public record LabelSelector(
    SortedMap<String, String> matchLabels, List<Requirement> matchExpressions) {

  public LabelSelector {
    matchLabels = Collections.unmodifiableSortedMap(new TreeMap<>(matchLabels));
    matchExpressions = List.copyOf(matchExpressions);
  }

  public static LabelSelector of(Map<String, String> matchLabels) {
    return new LabelSelector(new TreeMap<>(matchLabels), List.of());
  }

  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, String> label : matchLabels.entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        return false;
      }
    }
    for (Requirement expression : matchExpressions) {
      if (!expression.matches(labels.get(expression.key()))) {
        return false;
      }
    }
    return true;
  }
}
