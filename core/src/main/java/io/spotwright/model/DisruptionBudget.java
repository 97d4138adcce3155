package io.spotwright.model;

import io.spotwright.model.constraint.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * A PodDisruptionBudget. Exactly one of {@code minAvailable} and {@code maxUnavailable} is set, as
 * a count ({@code "2"}) or a percentage ({@code "50%"}). Kubernetes rounds both percentages up. An
 * empty selector selects every pod of the namespace, a {@code null} one none.
 */
public record DisruptionBudget(
    String namespace,
    String name,
    @Nullable LabelSelector selector,
    @Nullable String minAvailable,
    @Nullable String maxUnavailable) {

  /** How many of {@code replicas} must stay available. */
  public int mustStay(int replicas) {
    if (minAvailable != null) {
      return Math.min(replicas, scaled(minAvailable, replicas));
    }
    return maxUnavailable == null
        ? replicas
        : Math.max(0, replicas - scaled(maxUnavailable, replicas));
  }

  private static int scaled(String value, int replicas) {
    if (value.endsWith("%")) {
      long percent = Long.parseLong(value.substring(0, value.length() - 1));
      return (int) ((percent * replicas + 99) / 100);
    }
    return Integer.parseInt(value);
  }
}
