package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Which shapes a group may use, and which is the cheapest for a given load. */
final class ShapeChoice {
  private final Problem problem;
  private final int[][] shapesOf;

  ShapeChoice(Problem problem) {
    this.problem = problem;
    int groups = problem.groups().size();
    shapesOf = new int[groups][];
    for (int g = 0; g < groups; g++) {
      int count = 0;
      int[] allowed = new int[problem.shapes().size()];
      for (int s = 0; s < allowed.length; s++) {
        if (problem.allowed(s)[g]) {
          allowed[count++] = s;
        }
      }
      shapesOf[g] = Arrays.copyOf(allowed, count);
    }
  }

  /** Shapes the group may use, by price. */
  int[] of(int group) {
    return shapesOf[group];
  }

  int random(int group, SplittableRandom random) {
    int[] shapes = shapesOf[group];
    return shapes[random.nextInt(shapes.length)];
  }

  boolean sameCell(Bin a, Bin b) {
    return problem.shape(a.shape()).cell() == problem.shape(b.shape()).cell();
  }

  /** The cheapest shape that holds the last fill of {@code shape}; shapes are sorted by price. */
  int cheapest(Filler filler, int shape, Pool pool) {
    Shape filled = problem.shape(shape);
    double[] capacity = filled.capacity();
    for (int s = 0; s < shape; s++) {
      Shape other = problem.shape(s);
      if (other.cell() == filled.cell()
          && other.limit() == filled.limit()
          && holds(other.capacity(), capacity, filler)
          && allows(s, filler, pool)) {
        return s;
      }
    }
    return shape;
  }

  private static boolean holds(double[] candidate, double[] capacity, Filler filler) {
    for (int d = 0; d < candidate.length; d++) {
      if (filler.used(d, capacity) > candidate[d]) {
        return false;
      }
    }
    return true;
  }

  private boolean allows(int shape, Filler filler, Pool pool) {
    boolean[] allowed = problem.allowed(shape);
    for (int p = 0; p < pool.size; p++) {
      if (filler.taken[p] > 0 && !allowed[pool.group[p]]) {
        return false;
      }
    }
    return true;
  }
}
