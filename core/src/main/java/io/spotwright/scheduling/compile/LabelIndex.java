package io.spotwright.scheduling.compile;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.scheduling.filter.PodMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds the pod classes a matcher selects without asking every class. */
final class LabelIndex {
  private final List<PodSpec> specs;
  private final Map<String, SortedMap<String, String>> namespaceLabels;
  private final Map<String, IntList> byLabel = new HashMap<>();
  private final IntList all = new IntList();

  LabelIndex(List<PodSpec> specs, Map<String, SortedMap<String, String>> namespaceLabels) {
    this.specs = specs;
    this.namespaceLabels = namespaceLabels;
    for (int c = 0; c < specs.size(); c++) {
      all.add(c);
      for (Map.Entry<String, String> label : specs.get(c).labels().entrySet()) {
        byLabel.computeIfAbsent(pair(label.getKey(), label.getValue()), p -> new IntList()).add(c);
      }
    }
  }

  /** The classes that all matchers select. */
  int[] select(List<PodMatcher> matchers) {
    IntList candidates = all;
    for (PodMatcher matcher : matchers) {
      candidates = smaller(candidates, narrowest(matcher.selector()));
    }
    IntList selected = new IntList();
    for (int i = 0; i < candidates.size(); i++) {
      if (matchesAll(matchers, specs.get(candidates.get(i)))) {
        selected.add(candidates.get(i));
      }
    }
    return selected.toArray();
  }

  boolean matchesAll(List<PodMatcher> matchers, PodSpec pod) {
    for (PodMatcher matcher : matchers) {
      if (!matcher.matches(pod, namespaceLabels)) {
        return false;
      }
    }
    return true;
  }

  private IntList narrowest(@Nullable LabelSelector selector) {
    if (selector == null) {
      return new IntList();
    }
    IntList best = all;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      best = smaller(best, with(label.getKey(), label.getValue()));
    }
    for (Requirement expression : selector.matchExpressions()) {
      if (expression.operator() == Operator.IN && expression.values().size() == 1) {
        best = smaller(best, with(expression.key(), expression.values().getFirst()));
      }
    }
    return best;
  }

  private IntList with(String key, String value) {
    return byLabel.getOrDefault(pair(key, value), new IntList());
  }

  private static IntList smaller(IntList left, IntList right) {
    return right.size() < left.size() ? right : left;
  }

  private static String pair(String key, String value) {
    return key + '\0' + value;
  }
}
