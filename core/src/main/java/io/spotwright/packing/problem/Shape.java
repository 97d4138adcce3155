package io.spotwright.packing.problem;

import java.util.BitSet;
import java.util.List;

/**
 * Options that are alike for packing: same room, same price, same cell, same groups allowed, same
 * limits.
 *
 * @param capacity per dimension of the {@link Problem}, integral values held exactly
 * @param groups which groups may be on such a node
 * @param limit index of the {@link Limits} entry set, the same for all options of the shape
 * @param options never empty, all alike
 */
public record Shape(
    double[] capacity, double price, int cell, BitSet groups, int limit, List<Option> options) {

  /**
   * Whether every node of {@code other} could be one of this shape without paying more, nor, where
   * there are limits, taking more of them.
   */
  boolean dominates(Shape other, boolean limited) {
    if (cell != other.cell || limit != other.limit || price > other.price) {
      return false;
    }
    for (int d = 0; d < capacity.length; d++) {
      if (capacity[d] < other.capacity[d]) {
        return false;
      }
    }
    if (limited && !Limits.capacity(this).fitsIn(Limits.capacity(other))) {
      return false;
    }
    BitSet missing = (BitSet) other.groups.clone();
    missing.andNot(groups);
    return missing.isEmpty();
  }

  /** Whether one pod with this request fits an empty node. */
  public boolean holds(double[] request) {
    for (int d = 0; d < capacity.length; d++) {
      if (request[d] > capacity[d]) {
        return false;
      }
    }
    return true;
  }
}
