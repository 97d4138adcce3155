package io.spotwright.model.constraint;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A conjunction of label requirements, by key. A key that is not held is not constrained; on the
 * side of a node it is a label nobody promises.
 *
 * <p>Follows Karpenter's rules except in one point: what it folds into one operator per key is kept
 * exact here. {@code NotIn a} and {@code Exists} together do not allow the label to be absent.
 */
public record Requirements(SortedMap<String, ValueSet> byKey) {
  public static final Requirements NONE = new Requirements(Collections.emptySortedMap());

  public Requirements {
    byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
  }

  public static Requirements of(Collection<Requirement> requirements) {
    SortedMap<String, ValueSet> sets = new TreeMap<>();
    for (Requirement requirement : requirements) {
      sets.merge(requirement.key(), ValueSet.of(requirement), ValueSet::and);
    }
    return new Requirements(sets);
  }

  /** Exactly these labels, as a node selector or a node template asks for them. */
  public static Requirements ofLabels(Map<String, String> labels) {
    return of(
        labels.entrySet().stream()
            .map(label -> new Requirement(label.getKey(), Operator.IN, List.of(label.getValue())))
            .toList());
  }

  /** What the key is held to; {@link ValueSet#ANY} for a key without requirements. */
  public ValueSet get(String key) {
    return byKey.getOrDefault(key, ValueSet.ANY);
  }

  /** Both conjunctions at once. */
  public Requirements and(Requirements other) {
    if (byKey.isEmpty()) {
      return other;
    }
    SortedMap<String, ValueSet> sets = new TreeMap<>(byKey);
    other.byKey.forEach((key, set) -> sets.merge(key, set, ValueSet::and));
    return new Requirements(sets);
  }

  /** Whether no node can meet them all. */
  public boolean isEmpty() {
    return byKey.values().stream().anyMatch(ValueSet::isEmpty);
  }

  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, ValueSet> entry : byKey.entrySet()) {
      if (!entry.getValue().contains(labels.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a node bought under these requirements may carry labels that a pod with {@code pod}
   * accepts. A key these do not define fails the pod unless the pod accepts its absence or the key
   * is in {@code allowUndefined} (the well-known labels, which the cloud fills in).
   */
  public boolean compatible(Requirements pod, Set<String> allowUndefined) {
    return conflict(pod, allowUndefined) == null;
  }

  /** The first key, in alphabetical order, for which {@link #compatible} fails. */
  public @Nullable String conflict(Requirements pod, Set<String> allowUndefined) {
    for (Map.Entry<String, ValueSet> wanted : pod.byKey.entrySet()) {
      ValueSet offered = byKey.get(wanted.getKey());
      boolean fits =
          offered == null
              ? wanted.getValue().absent() || allowUndefined.contains(wanted.getKey())
              : !offered.and(wanted.getValue()).isEmpty();
      if (!fits) {
        return wanted.getKey();
      }
    }
    return null;
  }
}
