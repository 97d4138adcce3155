package io.spotwright.kubernetes.manifest.pod;

import org.jspecify.annotations.Nullable;

/** A volume of a pod that may be a disk attached to its node. */
public sealed interface PodVolume {
  /** By the name of a PersistentVolumeClaim in the pod's namespace. */
  record Claim(String name) implements PodVolume {}

  /** A claim made for each pod; {@code null} names the default class. */
  record Ephemeral(@Nullable String storageClass) implements PodVolume {}

  /** The inline volume of the in-tree driver. */
  record AzureDisk() implements PodVolume {}
}
