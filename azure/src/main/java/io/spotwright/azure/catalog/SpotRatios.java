package io.spotwright.azure.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Spot price divided by on-demand price where it is not known: the median over the regions where
 * the family's is, else the one of its series letter, else the one of all families (0.1848).
 */
final class SpotRatios {
  private static final Map<String, Double> BY_FAMILY = new HashMap<>();
  private static final Map<String, Double> BY_SERIES = new HashMap<>();
  private static final double OVERALL = read();

  private SpotRatios() {}

  static double of(AzureSize size) {
    Double ratio = BY_FAMILY.get(size.family());
    if (ratio == null) {
      ratio = BY_SERIES.get(size.family().substring(0, 1));
    }
    return ratio == null ? OVERALL : ratio;
  }

  private static double read() {
    double overall = Double.NaN;
    for (String[] row : Tsv.require("spot-ratios.tsv")) {
      double ratio = Double.parseDouble(row[2]);
      switch (row[0]) {
        case "family" -> BY_FAMILY.put(row[1], ratio);
        case "series" -> BY_SERIES.put(row[1], ratio);
        default -> overall = ratio;
      }
    }
    return overall;
  }
}
