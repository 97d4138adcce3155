package io.spotwright.azure.catalog;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An Azure region.
 *
 * @param name for instance {@code westeurope}
 * @param geography for people; empty when not known
 * @param zoneCount availability zones; 0 when it has none or they are not known
 * @param pricedSizes sizes with a price; 0 where the catalogue has none
 * @param knownSpotPrices sizes whose spot price is known, the others being estimated
 */
public record Region(
    String name,
    String displayName,
    String geography,
    int zoneCount,
    int pricedSizes,
    int knownSpotPrices) {

  /** Whether the catalogue has prices for it. */
  public boolean priced() {
    return pricedSizes > 0;
  }

  /**
   * Values of the zone label. Nodes outside any zone are one domain, named by the empty string.
   * Every size is assumed in every zone: where it really is depends on the subscription.
   */
  public List<String> zones() {
    return zoneCount == 0
        ? List.of("")
        : IntStream.rangeClosed(1, zoneCount).mapToObj(zone -> name + "-" + zone).toList();
  }
}
