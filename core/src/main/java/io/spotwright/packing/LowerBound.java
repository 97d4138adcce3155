package io.spotwright.packing;

import java.util.List;

/**
 * A proven lower bound on the hourly price of any plan for the same placed pods.
 *
 * @param hourlyPrice in the catalogue's currency
 * @param leavesOut the constraints the bound does not see (it stays valid, but may be loose there)
 */
public record LowerBound(double hourlyPrice, List<String> leavesOut) {

  public LowerBound {
    leavesOut = List.copyOf(leavesOut);
  }
}
