package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.tree.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A PersistentVolumeClaim.
 *
 * @param storageClass {@code null} is the default class, empty is none
 * @param volume the PersistentVolume it is bound to
 */
public record VolumeClaim(@Nullable String storageClass, @Nullable String volume) {

  public static VolumeClaim read(Fields object) {
    Fields spec = object.object("spec");
    return spec == null
        ? new VolumeClaim(null, null)
        : new VolumeClaim(spec.text("storageClassName"), spec.text("volumeName"));
  }
}
