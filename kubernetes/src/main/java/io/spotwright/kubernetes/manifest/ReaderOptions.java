package io.spotwright.kubernetes.manifest;

import io.spotwright.kubernetes.manifest.expand.Replicas;
import io.spotwright.kubernetes.manifest.tree.TextLimits;

/**
 * How to read.
 *
 * @param replicas which number of replicas counts where an autoscaler allows several
 * @param maxFileBytes larger inputs are refused unread
 * @param maxPods more pods than this are refused
 */
public record ReaderOptions(Replicas replicas, long maxFileBytes, int maxPods) {
  private static final int MOST_PODS = 1_000_000;

  public static final ReaderOptions DEFAULT = of(Replicas.CURRENT);

  /** With the usual limits: 64 MiB a file, 1,000,000 pods. */
  public static ReaderOptions of(Replicas replicas) {
    return new ReaderOptions(replicas, TextLimits.FILE_BYTES, MOST_PODS);
  }
}
