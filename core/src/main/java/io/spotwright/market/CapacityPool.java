package io.spotwright.market;

import io.spotwright.model.CapacityType;

/**
 * One VM size in one zone with one capacity type: the unit of stock-out and, on spot, of eviction.
 */
public record CapacityPool(String vmSize, String zone, CapacityType capacityType)
    implements Comparable<CapacityPool> {

  @Override
  public int compareTo(CapacityPool other) {
    int order = vmSize.compareTo(other.vmSize);
    order = order != 0 ? order : zone.compareTo(other.zone);
    return order != 0 ? order : capacityType.compareTo(other.capacityType);
  }

  @Override
  public String toString() {
    return vmSize + " " + zone + " " + capacityType.label();
  }
}
