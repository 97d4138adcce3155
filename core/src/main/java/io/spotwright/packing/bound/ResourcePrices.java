package io.spotwright.packing.bound;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a unit of each resource is worth: the dual of covering the total demand by shapes at least
 * cost. Groups that only dearer shapes admit are worth more by the factor by which those are
 * dearer. No node holds pods worth more than its price, so the worth of all pods is a lower bound
 * on any plan's price.
 */
public final class ResourcePrices {
  /** Pods without requests still take a place: they are worth this share of the cheapest node. */
  private static final double LEAST_WORTH = 1e-9;

  private final Problem problem;
  private final double[] values;
  private final double bound;

  public ResourcePrices(Problem problem) {
    this.problem = problem;
    double[] best = new double[problem.groups().size()];
    double bestBound = -1;
    for (BitSet groups : candidates()) {
      double[] candidate = values(duals(groups));
      double worth = worth(candidate);
      if (worth > bestBound) {
        bestBound = worth;
        best = candidate;
      }
    }
    this.values = best;
    this.bound = Math.max(0, bestBound);
    double least = problem.shapes().isEmpty() ? 1 : problem.shape(0).price() * LEAST_WORTH;
    for (int g = 0; g < values.length; g++) {
      values[g] = Math.max(values[g], least);
    }
  }

  /** Worth of one pod per group, in the currency of the prices per hour. */
  public double[] values() {
    return values;
  }

  /** A valid lower bound on the price of holding all pods on bought nodes. */
  public double bound() {
    return bound;
  }

  /** All groups, and the largest sets of groups that are admitted by the same shapes. */
  private List<BitSet> candidates() {
    int count = problem.groups().size();
    Map<BitSet, BitSet> byShapes = new HashMap<>();
    for (int g = 0; g < count; g++) {
      BitSet shapes = new BitSet();
      for (int s = 0; s < problem.shapes().size(); s++) {
        shapes.set(s, problem.allowed(s)[g]);
      }
      byShapes.computeIfAbsent(shapes, key -> new BitSet()).set(g);
    }
    List<BitSet> candidates = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, count);
    candidates.add(all);
    byShapes.values().stream()
        .sorted(Comparator.comparingInt((BitSet set) -> -set.cardinality()))
        .limit(6)
        .forEach(candidates::add);
    return candidates;
  }

  /** Dual prices per dimension for these groups alone, on the shapes that admit any of them. */
  private double[] duals(BitSet groups) {
    int dimensions = problem.dimensions().size();
    double[] demand = new double[dimensions];
    groups.stream()
        .forEach(g -> {
          double[] request = problem.group(g).request();
          for (int d = 0; d < dimensions; d++) {
            demand[d] += request[d] * problem.group(g).count();
          }
        });
    int[] rows =
        java.util.stream.IntStream.range(0, dimensions).filter(d -> demand[d] > 0).toArray();
    double[] ceiling = new double[rows.length];
    java.util.Arrays.fill(ceiling, 1e6);
    List<Shape> usable =
        problem.shapes().stream().filter(shape -> shape.groups().intersects(groups)).toList();
    for (int i = 0; i < rows.length; i++) {
      for (Shape shape : usable) {
        double share = shape.capacity()[rows[i]] / demand[rows[i]];
        if (share > 0) {
          ceiling[i] = Math.min(ceiling[i], 2 * shape.price() / share);
        }
      }
    }
    double[] ones = new double[rows.length];
    java.util.Arrays.fill(ones, 1);
    CoveringProgram program = new CoveringProgram(ones, ceiling);
    int[] all = java.util.stream.IntStream.range(0, rows.length).toArray();
    for (Shape shape : usable) {
      double[] amounts = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        amounts[i] = Math.max(0, shape.capacity()[rows[i]] / demand[rows[i]]);
      }
      program.add(all, amounts, shape.price());
    }
    program.solve(10_000);
    double[] duals = new double[dimensions];
    for (int i = 0; i < rows.length; i++) {
      duals[rows[i]] = Math.max(0, program.duals()[i]) / demand[rows[i]];
    }
    return duals;
  }

  private double[] values(double[] duals) {
    double[] factor = new double[problem.shapes().size()];
    for (int s = 0; s < factor.length; s++) {
      double worth = 0;
      for (int d = 0; d < duals.length; d++) {
        worth += duals[d] * Math.max(0, problem.shape(s).capacity()[d]);
      }
      factor[s] = worth <= 0 ? Double.POSITIVE_INFINITY : problem.shape(s).price() / worth;
    }
    double[] result = new double[problem.groups().size()];
    for (int g = 0; g < result.length; g++) {
      double least = Double.POSITIVE_INFINITY;
      for (int s = 0; s < factor.length; s++) {
        if (problem.allowed(s)[g]) {
          least = Math.min(least, factor[s]);
        }
      }
      double worth = 0;
      for (int d = 0; d < duals.length; d++) {
        worth += duals[d] * problem.group(g).request()[d];
      }
      result[g] = Double.isInfinite(least) ? 0 : worth * least;
    }
    return result;
  }

  private double worth(double[] candidate) {
    double worth = 0;
    for (int g = 0; g < candidate.length; g++) {
      worth += candidate[g] * problem.group(g).count();
    }
    return worth;
  }
}
