package io.spotwright.azure.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a size costs in one region, in USD per hour for Linux, pay as you go.
 *
 * @param spot {@code null} where the size is never offered on spot
 * @param spotEstimated whether the spot price is the on-demand price times the family's usual ratio
 */
public record RegionalPrice(
    AzureSize size,
    double onDemand,
    @Nullable Double spot,
    boolean spotEstimated,
    PriceOrigin origin,
    LocalDate asOf) {

  /** Whether the on-demand price is derived instead of read from a list. */
  public boolean onDemandEstimated() {
    return origin == PriceOrigin.KARPENTER_CORRECTED;
  }
}
