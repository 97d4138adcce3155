package io.spotwright.kubernetes.manifest.workload;

import org.jspecify.annotations.Nullable;

/** A volume claim template of a StatefulSet; a {@code null} class is the default one. */
public record ClaimTemplate(String name, @Nullable String storageClass) {}
