package io.spotwright.scheduling.score;

/**
 * Weights of the default profile, release 1.36 (default_plugins.go). NodeResourcesFit and
 * NodeResourcesBalancedAllocation weigh 1. ImageLocality (1) is left out: no image sizes are known,
 * so it is 0 on every node.
 */
public final class Weights {
  public static final int TAINT_TOLERATION = 3;
  public static final int NODE_AFFINITY = 2;
  public static final int TOPOLOGY_SPREAD = 2;
  public static final int POD_AFFINITY = 2;

  /** What a required affinity term of a running pod adds to the nodes of its domain. */
  public static final int HARD_POD_AFFINITY = 1;

  /** The highest score of one plugin. */
  public static final int MAX = 100;

  private Weights() {}
}
