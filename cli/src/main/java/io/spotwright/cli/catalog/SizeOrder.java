package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.RegionalPrice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How sizes are ordered; equal ones by vCPUs, then by name. Sizes without spot price come last. */
enum SizeOrder {
  SPOT(Comparator.comparingDouble(SizeOrder::spot)),
  PRICE(Comparator.comparingDouble(RegionalPrice::onDemand)),
  SPOT_PER_VCPU(Comparator.comparingDouble(price -> spot(price) / price.size().vcpus())),
  VCPUS(Comparator.comparingInt(price -> price.size().vcpus())),
  MEMORY(Comparator.comparingDouble(price -> price.size().memoryGib())),
  NAME(Comparator.comparing(price -> price.size().family()));

  static final List<String> NAMES =
      Arrays.stream(values())
          .map(order -> order.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();

  private final Comparator<RegionalPrice> comparator;

  SizeOrder(Comparator<RegionalPrice> first) {
    this.comparator =
        first
            .thenComparingInt(price -> price.size().vcpus())
            .thenComparing(price -> price.size().name());
  }

  Comparator<RegionalPrice> comparator() {
    return comparator;
  }

  private static double spot(RegionalPrice price) {
    Double spot = price.spot();
    return spot == null ? Double.POSITIVE_INFINITY : spot;
  }
}
