package io.spotwright.scheduling.score;

/** How each plugin brings its raw scores of the feasible nodes to 0..100. */
public final class Normalize {
  private Normalize() {}

  /** Raw 0 is best; {@code max} is the largest raw score. */
  public static int reversed(int raw, int max) {
    return max == 0 ? Weights.MAX : Weights.MAX - Weights.MAX * raw / max;
  }

  /** The largest raw score is best. */
  public static int direct(int raw, int max) {
    return max == 0 ? 0 : Weights.MAX * raw / max;
  }

  /** Topology spread: the fewer pods the better. */
  public static int spread(long raw, long min, long max) {
    return max == 0 ? Weights.MAX : (int) (Weights.MAX * (max + min - raw) / max);
  }

  /** Inter-pod affinity: may be negative; nothing when all nodes are equal. */
  public static int affinity(long raw, long min, long max) {
    return max == min ? 0 : (int) (Weights.MAX * ((double) (raw - min) / (max - min)));
  }

  /** Weight of one matching pod in a topology with so many domains. */
  public static double domainWeight(int domains) {
    return Math.log(domains + 2);
  }
}
