package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.ObjectKey;

/** A HorizontalPodAutoscaler or a KEDA ScaledObject with the workload it scales. */
public record Scaler(Header header, ObjectKey target, Scale scale) {}
