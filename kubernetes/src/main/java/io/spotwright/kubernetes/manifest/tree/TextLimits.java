package io.spotwright.kubernetes.manifest.tree;

/** Bounds that keep hostile input from costing memory or time. */
public final class TextLimits {
  /** Bytes of one file; the manifests of 150,000 Deployments fit. */
  public static final long FILE_BYTES = 64L << 20;

  /** Levels of nesting; schemas of custom resources reach about 60. */
  public static final int DEPTH = 200;

  /** Values that aliases may add to one document. */
  public static final long ALIASED_NODES = 1_000_000;

  private TextLimits() {}
}
