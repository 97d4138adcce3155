package io.spotwright.model.constraint;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A term of inter-pod affinity or anti-affinity. Without {@code namespaces} and {@code
 * namespaceSelector} it looks at the pod's own namespace; an empty {@code namespaceSelector} looks
 * at all. A {@code null} selector selects no pod.
 */
public record PodAffinityTerm(
    String topologyKey,
    @Nullable LabelSelector labelSelector,
    SortedSet<String> namespaces,
    @Nullable LabelSelector namespaceSelector,
    List<String> matchLabelKeys,
    List<String> mismatchLabelKeys) {

  public PodAffinityTerm {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    matchLabelKeys = List.copyOf(matchLabelKeys);
    mismatchLabelKeys = List.copyOf(mismatchLabelKeys);
  }

  public static PodAffinityTerm of(String topologyKey, LabelSelector selector) {
    return new PodAffinityTerm(
        topologyKey, selector, Collections.emptySortedSet(), null, List.of(), List.of());
  }
}
