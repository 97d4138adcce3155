package io.spotwright.packing.binding;

import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Option;
import java.util.List;
import java.util.SplittableRandom;

/** What the packing engine answers while a plan is fitted to the scheduler. */
public interface Purchases {
  /**
   * Nodes for some pods alone: with {@code scale} 1 the cheapest that hold them together, above
   * that for each of the first few pods the cheapest with room for that many of it.
   */
  List<Option> nodesFor(List<Pod> pods, int scale);

  /** Nodes for all pods, packed with this much room left on each. */
  List<Option> planWith(Headroom headroom);

  /** Another node in place of this one, dearer or cheaper. */
  Option inPlaceOf(Option option, SplittableRandom random);

  /** What a pod's share of a node costs, per hour. */
  double worth(Pod pod);
}
