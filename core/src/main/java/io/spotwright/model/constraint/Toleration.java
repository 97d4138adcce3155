package io.spotwright.model.constraint;

import org.jspecify.annotations.Nullable;

/**
 * A pod's toleration. An empty {@code key} with {@code exists} tolerates every taint; a {@code
 * null} effect stands for all effects. {@code seconds} bounds NoExecute only and is kept for
 * completeness.
 */
public record Toleration(
    String key,
    boolean exists,
    String value,
    Taint.@Nullable Effect effect,
    @Nullable Long seconds) {

  public Toleration(String key, boolean exists, String value, Taint.@Nullable Effect effect) {
    this(key, exists, value, effect, null);
  }

  public boolean tolerates(Taint taint) {
    if (effect != null && effect != taint.effect()) {
      return false;
    }
    if (!key.isEmpty() && !key.equals(taint.key())) {
      return false;
    }
    return exists || (!key.isEmpty() && value.equals(taint.value()));
  }
}
