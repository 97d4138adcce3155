package io.spotwright.scheduling.compile;

import io.spotwright.model.Workload;
import io.spotwright.scheduling.filter.PodMatcher;
import java.util.List;

/** Which bound pods a counter counts. */
public sealed interface CounterSource {

  /** Pods that every one of the matchers selects. */
  record Matching(List<PodMatcher> all) implements CounterSource {}

  /** Pods of one workload, whose selector is not known but selects exactly them. */
  record SameWorkload(Workload workload) implements CounterSource {}

  /** Pods that carry a term looking at other pods, which those pods must heed in turn. */
  record Carrying(Kind kind, PodMatcher matcher, int weight) implements CounterSource {}

  /** What a carried term does to the pods it matches. */
  enum Kind {
    /** Keeps them out of its domain. */
    ANTI_AFFINITY,
    /** Adds its weight, which may be negative, to the score of its domain. */
    SCORE
  }
}
