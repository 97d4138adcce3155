package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs as Karpenter does, so that a plan is never dearer than what that rule buys: pods by CPU,
 * then memory, the largest first; each goes to the claim with the fewest pods that still fits any
 * shape; in the end a claim costs the cheapest shape that holds it. Only for problems where all is
 * bought.
 */
final class KarpenterRule {
  private final Problem problem;
  private final List<Claim> claims = new ArrayList<>();
  private long work;

  private final class Claim {
    private final int[] counts = new int[problem.groups().size()];
    private final double[] used = new double[problem.dimensions().size()];
    private final double[] most = new double[used.length];
    private final NodeRules.Tally tally = problem.rules().tally();
    private int[] feasible = IntStream.range(0, problem.shapes().size()).toArray();
    private int pods;

    private Claim() {
      Arrays.fill(most, Double.MAX_VALUE);
    }

    private boolean accepts(int group) {
      double[] request = problem.group(group).request();
      for (int d = 0; d < used.length; d++) {
        if (used[d] + request[d] > most[d]) {
          return false;
        }
      }
      if (problem.rules().concern(group) && tally.room(group) < 1) {
        return false;
      }
      for (int shape : feasible) {
        work++;
        if (fits(shape, group)) {
          return true;
        }
      }
      return false;
    }

    private boolean fits(int shape, int group) {
      if (!problem.allowed(shape)[group]) {
        return false;
      }
      double[] request = problem.group(group).request();
      double[] capacity = problem.shape(shape).capacity();
      for (int d = 0; d < used.length; d++) {
        if (used[d] + request[d] > capacity[d]) {
          return false;
        }
      }
      return true;
    }

    private void add(int group) {
      feasible = Arrays.stream(feasible).filter(shape -> fits(shape, group)).toArray();
      work += feasible.length;
      double[] request = problem.group(group).request();
      Arrays.fill(most, 0);
      for (int d = 0; d < used.length; d++) {
        used[d] += request[d];
        for (int shape : feasible) {
          most[d] = Math.max(most[d], problem.shape(shape).capacity()[d]);
        }
      }
      if (problem.rules().concern(group)) {
        tally.add(group, 1);
      }
      counts[group]++;
      pods++;
    }

    /** Shapes are sorted by price. */
    private Bin bin(double[] values) {
      int[] groups = IntStream.range(0, counts.length).filter(g -> counts[g] > 0).toArray();
      int[] held = Arrays.stream(groups).map(g -> counts[g]).toArray();
      double value = Arrays.stream(groups).mapToDouble(g -> counts[g] * values[g]).sum();
      return new Bin(feasible[0], groups, held, used, value);
    }
  }

  KarpenterRule(Problem problem) {
    this.problem = problem;
  }

  /**
   * {@code null} when the rule cannot place every pod, or only with more than {@code most} work.
   */
  @Nullable List<Bin> pack(double[] values, long most) {
    if (!problem.existing().isEmpty() || !problem.limits().none()) {
      return null;
    }
    int[] order =
        IntStream.range(0, problem.groups().size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(g -> -request(g, Problem.CPU))
                    .thenComparingDouble(g -> -request(g, Problem.MEMORY))
                    .thenComparingInt(g -> g))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int g : order) {
      for (int i = 0; i < problem.group(g).count(); i++) {
        if (work > most || !place(g)) {
          return null;
        }
      }
    }
    return claims.stream().map(claim -> claim.bin(values)).toList();
  }

  private double request(int group, int dimension) {
    return problem.group(group).request()[dimension];
  }

  /** Claims are kept by pods, the fewest first. */
  private boolean place(int group) {
    int at = 0;
    while (at < claims.size() && !claims.get(at).accepts(group)) {
      at++;
      work++;
    }
    Claim claim;
    if (at < claims.size()) {
      claim = claims.remove(at);
    } else {
      claim = new Claim();
      if (!claim.accepts(group)) {
        return false;
      }
      at = 0;
    }
    claim.add(group);
    while (at < claims.size() && claims.get(at).pods < claim.pods) {
      at++;
    }
    claims.add(at, claim);
    return true;
  }
}
