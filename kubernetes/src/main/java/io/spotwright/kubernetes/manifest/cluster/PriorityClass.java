package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.tree.Fields;
import org.jspecify.annotations.Nullable;

/** A PriorityClass; {@code standard} when pods that name none get it. */
public record PriorityClass(String name, int value, boolean standard) {

  /** {@code null} when it has no value, which is reported. */
  public static @Nullable PriorityClass read(Header header, Fields object) {
    Integer value = object.number("value", Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (!object.has("value")) {
      object.missing("value");
    }
    return value == null
        ? null
        : new PriorityClass(header.key().name(), value, object.flag("globalDefault", false));
  }
}
