package io.spotwright.packing;

import io.spotwright.packing.bound.ColumnGeneration;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whole nodes from the fractional ones of a solved linear program: every pattern as often as its
 * level says, rounded down or up by chance, the rest packed greedily. Wins where few kinds of large
 * pods leave a search by exchanges no way to the best mix.
 */
final class Rounding {
  private static final int TRIES = 200;

  private final Problem problem;
  private final Search search;
  private final List<ColumnGeneration.Pattern> patterns;
  private final SplittableRandom random;

  Rounding(Problem problem, Search search, ColumnGeneration solved, long seed) {
    this.problem = problem;
    this.search = search;
    this.patterns = solved.patterns();
    this.random = new SplittableRandom(seed);
  }

  /** The cheapest of some roundings; the search's own plan when none is cheaper. */
  List<Bin> best() {
    List<Bin> best = search.bins();
    double bestPrice = search.price();
    for (int i = 0; i < TRIES; i++) {
      List<Bin> rounded = round();
      double price = Search.price(problem, rounded);
      if (price < bestPrice - 1e-12) {
        best = rounded;
        bestPrice = price;
      }
    }
    return best;
  }

  private List<Bin> round() {
    int[] left = problem.groups().stream().mapToInt(group -> group.count()).toArray();
    List<Bin> bins = new ArrayList<>();
    for (ColumnGeneration.Pattern pattern : patterns) {
      int times = (int) Math.floor(pattern.level() + random.nextDouble());
      for (int t = 0; t < times && fits(pattern, left); t++) {
        bins.add(search.bin(pattern.shape(), pattern.groups(), pattern.counts()));
        for (int e = 0; e < pattern.groups().length; e++) {
          left[pattern.groups()[e]] -= pattern.counts()[e];
        }
      }
    }
    bins.addAll(search.nodesFor(left));
    return bins;
  }

  private static boolean fits(ColumnGeneration.Pattern pattern, int[] left) {
    for (int e = 0; e < pattern.groups().length; e++) {
      if (pattern.counts()[e] > left[pattern.groups()[e]]) {
        return false;
      }
    }
    return true;
  }
}
