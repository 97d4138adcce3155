package io.spotwright.packing.spread;

import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Pool;

/** How many pods of each promise are in each spot pool, and how many more may join. */
final class LossLedger {
  private static final int[] NONE = {};

  private final LossPromises promises;
  private final LossLimits limits;
  private final SpotPools pools;
  private final int[][] counts;
  private final int[] allotted;
  private long overflow;

  /** Starts with the pods that are on existing nodes. */
  LossLedger(Problem problem, SpotPools pools, LossPromises promises, LossLimits limits) {
    this.promises = promises;
    this.limits = limits;
    this.pools = pools;
    this.counts = new int[pools.count()][promises.count()];
    this.allotted = new int[promises.count()];
    for (int n = 0; n < problem.existing().size(); n++) {
      int pool = pools.ofExisting(n);
      for (Pod pod : problem.existing().get(n).node().pods()) {
        for (int p = 0; p < promises.count() && pool >= 0; p++) {
          if (promises.countsBound(p, pod)) {
            count(pool, p, 1);
          }
        }
      }
    }
  }

  private void count(int pool, int promise, int pods) {
    int most = limits.most(promise);
    int before = counts[pool][promise];
    counts[pool][promise] = before + pods;
    overflow += Math.max(0, before + pods - most) - Math.max(0, before - most);
  }

  private int poolOf(Bin bin) {
    return bin.isExisting() ? pools.ofExisting(bin.existing()) : pools.ofShape(bin.shape());
  }

  /** Adds the node's pods, or with {@code sign} -1 takes them out. */
  void add(Bin bin, int sign) {
    int pool = poolOf(bin);
    if (pool == SpotPools.NEVER_LOST) {
      return;
    }
    for (int e = 0; e < bin.groups().length; e++) {
      for (int promise : promises.of(bin.groups()[e])) {
        count(pool, promise, sign * bin.counts()[e]);
      }
    }
  }

  /** Pods above the limits, over all pools and promises. */
  long overflow() {
    return overflow;
  }

  /** Pods of one group on the node that the limits do not allow there. */
  int overflow(Bin bin, int group) {
    int pool = poolOf(bin);
    int most = 0;
    if (pool != SpotPools.NEVER_LOST) {
      for (int promise : promises.of(group)) {
        most = Math.max(most, counts[pool][promise] - limits.most(promise));
      }
    }
    return most;
  }

  /** How many pods the bin, of another shape now, would bring above the limits there. */
  long overflowAs(int shape, Bin bin) {
    int pool = pools.ofShape(shape);
    long over = 0;
    if (pool != SpotPools.NEVER_LOST) {
      for (int e = 0; e < bin.groups().length; e++) {
        for (int promise : promises.of(bin.groups()[e])) {
          int room = Math.max(0, limits.most(promise) - counts[pool][promise]);
          over += Math.max(0, bin.counts()[e] - room);
        }
      }
    }
    return over;
  }

  /** Sets for each entry how many of its pods may join one more node of the shape. */
  void limit(int shape, Pool waiting, int[] most) {
    int pool = pools.ofShape(shape);
    if (pool == SpotPools.NEVER_LOST) {
      System.arraycopy(waiting.count, 0, most, 0, waiting.size);
      return;
    }
    for (int e = 0; e < waiting.size; e++) {
      int room = waiting.count[e];
      for (int promise : promises.of(waiting.group[e])) {
        room = Math.min(room, limits.most(promise) - counts[pool][promise] - allotted[promise]);
      }
      most[e] = Math.max(0, room);
      // Groups that share a promise share its room: what one may take, the next may not.
      for (int promise : promises.of(waiting.group[e])) {
        allotted[promise] += most[e];
      }
    }
    for (int e = 0; e < waiting.size; e++) {
      for (int promise : promises.of(waiting.group[e])) {
        allotted[promise] = 0;
      }
    }
  }

  /** Whether so many pods of each entry may join one more node of the shape. */
  boolean allow(int shape, Pool waiting, int[] taken) {
    int pool = pools.ofShape(shape);
    boolean allowed = true;
    if (pool != SpotPools.NEVER_LOST) {
      for (int e = 0; e < waiting.size; e++) {
        for (int promise : taken[e] > 0 ? promises.of(waiting.group[e]) : NONE) {
          allotted[promise] += taken[e];
          allowed &= counts[pool][promise] + allotted[promise] <= limits.most(promise);
        }
      }
      for (int e = 0; e < waiting.size; e++) {
        for (int promise : promises.of(waiting.group[e])) {
          allotted[promise] = 0;
        }
      }
    }
    return allowed;
  }
}
