package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How many pods of each promise one spot pool may hold. A promise that no plan can keep is relaxed
 * to what the most even spread over all pools within reach loses.
 */
final class LossLimits {
  private final int[] most;
  private final List<String> broken = new ArrayList<>();
  private int alone;

  LossLimits(Problem problem, SpotPools pools, LossPromises promises) {
    most = new int[promises.count()];
    for (int p = 0; p < most.length; p++) {
      int even = leastAtRisk(problem, pools, promises.groups(p));
      most[p] = Math.max(promises.mayLose(p), even);
      if (even > promises.mayLose(p)) {
        if (promises.replicas(p) == 1) {
          alone++;
        } else {
          broken.add(remark(promises, p, even));
        }
      }
    }
  }

  /** Of the pods that only spot nodes hold, how many share a pool when spread evenly. */
  private static int leastAtRisk(Problem problem, SpotPools pools, BitSet groups) {
    BitSet within = new BitSet();
    int pods = 0;
    for (int g = groups.nextSetBit(0); g >= 0; g = groups.nextSetBit(g + 1)) {
      boolean safe = false;
      for (int s = 0; s < problem.shapes().size(); s++) {
        if (problem.allowed(s)[g]) {
          int pool = pools.ofShape(s);
          if (pool == SpotPools.NEVER_LOST) {
            safe = true;
          } else {
            within.set(pool);
          }
        }
      }
      pods += safe ? 0 : problem.group(g).count();
    }
    return within.isEmpty() ? 0 : Math.ceilDiv(pods, within.cardinality());
  }

  private static String remark(LossPromises promises, int promise, int together) {
    String name = promises.name(promise);
    int replicas = promises.replicas(promise);
    int mayLose = promises.mayLose(promise);
    if (mayLose == 0) {
      return "%s: none of its %d replicas may be lost, but only spot nodes take them; allow on-demand"
          .formatted(name, replicas);
    }
    return ("%s: of its %d replicas %d may be lost at once, but too few spot pools take them, so at"
            + " least %d share one; allow more VM sizes, more zones or on-demand")
        .formatted(name, replicas, mayLose, together);
  }

  int most(int promise) {
    return most[promise];
  }

  /** Whether every workload that has replicas to keep can keep them. */
  boolean canBeKept() {
    return broken.isEmpty();
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>(broken.subList(0, Math.min(5, broken.size())));
    if (broken.size() > notes.size()) {
      notes.add("and " + (broken.size() - notes.size()) + " more like these");
    }
    if (alone > 0) {
      notes.add(
          (alone == 1 ? "1 workload has" : alone + " workloads have")
              + " a single replica and only spot nodes to go to: losing the pool leaves none;"
              + " exempt from pool safety");
    }
    return notes;
  }
}
