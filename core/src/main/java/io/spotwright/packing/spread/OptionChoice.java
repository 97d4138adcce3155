package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Problem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws shapes for a group, those of more worth for their price more often. */
final class OptionChoice {
  /** A shape worth this share less than the best is drawn e times less often. */
  private static final double SPREAD = 0.04;

  /** Share of the draws in which all are equal: where limits are tight, the poor are needed. */
  private static final double EQUAL = 0.1;

  private record Table(int[] shapes, double[] cumulated) {}

  private final Table[] tableOf;

  OptionChoice(Market market) {
    Problem problem = market.problem();
    tableOf = new Table[problem.groups().size()];
    Map<BitSet, Table> known = new HashMap<>();
    for (int g = 0; g < tableOf.length; g++) {
      BitSet shapes = new BitSet();
      for (int s = 0; s < problem.shapes().size(); s++) {
        shapes.set(s, problem.allowed(s)[g]);
      }
      tableOf[g] = known.computeIfAbsent(shapes, key -> table(market, key.stream().toArray()));
    }
  }

  private static Table table(Market market, int[] shapes) {
    double best = Arrays.stream(shapes).mapToDouble(market::worth).max().orElse(1);
    double[] cumulated = new double[shapes.length];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      double lack = best <= 0 ? 0 : 1 - market.worth(shapes[i]) / best;
      sum += Math.exp(-lack / SPREAD);
      cumulated[i] = sum;
    }
    double least = EQUAL * sum / Math.max(1, cumulated.length);
    for (int i = 0; i < cumulated.length; i++) {
      cumulated[i] += (i + 1) * least;
    }
    return new Table(shapes, cumulated);
  }

  /** A shape that may hold the group; -1 when none may. */
  int draw(int group, SplittableRandom random) {
    Table table = tableOf[group];
    if (table.shapes.length == 0) {
      return -1;
    }
    double wanted = random.nextDouble() * table.cumulated[table.cumulated.length - 1];
    int at = Arrays.binarySearch(table.cumulated, wanted);
    return table.shapes[Math.min(table.shapes.length - 1, at < 0 ? -at - 1 : at)];
  }
}
