package io.spotwright.scheduling.compile;

import java.util.List;

/**
 * On which nodes a spread constraint counts pods: those with all the {@code keys} that match the
 * affinity and tolerate the taints of the given placement rules ({@code -1}: not asked).
 */
public record Eligibility(List<String> keys, int affinity, int tolerations) {
  static final Eligibility ALL = new Eligibility(List.of(), -1, -1);
}
