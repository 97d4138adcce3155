package io.spotwright.market;

import io.spotwright.model.CapacityType;

/**
 * A VM size in one zone with one capacity type, and its price.
 *
 * @param zone the value of the zone label, for instance {@code westeurope-1}; empty where a region
 *     has no zones
 * @param hourlyPrice in the catalogue's currency
 * @param estimated whether the price is derived rather than read from a price list
 */
public record Offering(
    VmSize size, String zone, CapacityType capacityType, double hourlyPrice, boolean estimated) {

  /** Azure sells out, and takes back, one spot offering as a whole. */
  public CapacityPool pool() {
    return new CapacityPool(size.name(), zone, capacityType);
  }
}
