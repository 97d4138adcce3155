package io.spotwright.packing.search;

import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ruin and recreate: takes a few nodes apart, rather badly used ones, and packs their pods anew,
 * into the same shapes or into others. Kept when not worse, early on also when a little worse. What
 * counts is price minus a reward for slack gathered on few nodes, because only a node with much
 * slack can be replaced by a smaller one.
 */
final class RuinRecreate {
  /** Weight of gathered slack against price; 0.3 was best of 0, 0.1, 0.3, 0.6 on the benchmarks. */
  private static final double SLACK_REWARD = 0.3;

  /** What a step costs besides the scans, in the same units. */
  private static final int WORK_PER_STEP = 300;

  private final Problem problem;
  private final ShapeChoice shapes;
  private final Pool pool;
  private final Filler filler;
  private final SplittableRandom random;
  private final List<Bin> bins;
  private final Limits.Ledger ledger;
  private final Bin[] made = new Bin[16];
  private final int[] ruined = new int[5];
  private int ruins;

  RuinRecreate(
      Problem problem,
      ShapeChoice shapes,
      double[] values,
      List<Bin> bins,
      SplittableRandom random) {
    this.ledger = problem.limits().ledger();
    bins.forEach(bin -> ledger.buy(problem.shape(bin.shape())));
    this.problem = problem;
    this.shapes = shapes;
    this.pool = new Pool(problem, values);
    this.filler = new Filler(problem, pool);
    this.bins = new ArrayList<>(bins);
    this.random = random;
  }

  List<Bin> bins() {
    return bins;
  }

  long work() {
    return filler.work;
  }

  /**
   * Steps until {@code budget} units of work are done, cooling from {@code hot} to {@code cold}.
   */
  void run(long budget, double hot, double cold, Deadline deadline) {
    long start = filler.work;
    if (bins.isEmpty()) {
      return;
    }
    while (filler.work - start < budget && !deadline.isOver()) {
      double done = (filler.work - start) / (double) budget;
      step(hot + (cold - hot) * done);
      filler.work += WORK_PER_STEP;
    }
  }

  private void step(double temperature) {
    chooseRuins();
    double before = 0;
    double price = 0;
    pool.clear();
    for (int i = 0; i < ruins; i++) {
      Bin bin = bins.get(ruined[i]);
      before += objective(bin);
      price += problem.shape(bin.shape()).price();
      for (int e = 0; e < bin.groups().length; e++) {
        pool.add(bin.groups()[e], bin.counts()[e]);
      }
    }
    int count = recreate(price + temperature);
    if (count < 0) {
      return;
    }
    double after = 0;
    for (int i = 0; i < count; i++) {
      after += objective(made[i]);
    }
    double tolerance = temperature * random.nextDouble() * random.nextDouble();
    if (after < before + tolerance - 1e-12 && isWithinLimits(count)) {
      replace(count);
    }
  }

  /** The first by a tournament for slack, the others mostly of its cell, so that pods can mix. */
  private void chooseRuins() {
    ruins = Math.min(bins.size(), 2 + random.nextInt(3));
    for (int i = 0; i < ruins; i++) {
      int best = -1;
      double bestSlack = -1;
      for (int t = 0; t < 4 || best < 0; t++) {
        int candidate = random.nextInt(bins.size());
        if (isRuined(candidate, i)) {
          continue;
        }
        if (i > 0 && t < 8 && !shapes.sameCell(bins.get(candidate), bins.get(ruined[0]))) {
          continue;
        }
        double slack = slack(bins.get(candidate));
        if (random.nextInt(4) == 0) {
          slack = random.nextDouble() * 10;
        }
        if (slack > bestSlack) {
          bestSlack = slack;
          best = candidate;
        }
      }
      ruined[i] = best;
    }
  }

  private boolean isRuined(int candidate, int chosen) {
    for (int i = 0; i < chosen; i++) {
      if (ruined[i] == candidate) {
        return true;
      }
    }
    return false;
  }

  /** Packs the pool into {@link #made}; returns the number of nodes, -1 when it costs too much. */
  private int recreate(double most) {
    int count = 0;
    double price = 0;
    double bias = random.nextDouble() * 3;
    boolean sameShapes = random.nextInt(10) < 6;
    shuffleRuins();
    for (int i = 0; pool.size > 0; i++) {
      if (count == ruins + 3 || i > ruins + 6 || price > most) {
        return -1;
      }
      int shape;
      if (sameShapes && i < ruins) {
        shape = bins.get(ruined[i]).shape();
        filler.fill(shape, bias, 2);
      } else {
        shape = bestOfSome();
        if (shape < 0) {
          return -1;
        }
      }
      Bin bin = commit(shape);
      if (bin != null) {
        made[count++] = bin;
        price += problem.shape(bin.shape()).price();
      }
    }
    return count;
  }

  private void shuffleRuins() {
    for (int i = ruins - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = ruined[i];
      ruined[i] = ruined[j];
      ruined[j] = swap;
    }
  }

  /** Tries a few shapes, leaves the best one's fill in the filler. */
  private int bestOfSome() {
    int best = -1;
    double bestWorth = 0;
    double bestBias = 0;
    for (int t = 0; t < 5; t++) {
      int shape =
          t < 2
              ? bins.get(ruined[random.nextInt(ruins)]).shape()
              : shapes.random(pool.group[random.nextInt(pool.size)], random);
      double bias = random.nextDouble() * 3;
      double value = filler.fill(shape, bias, 0);
      double worth = value / problem.shape(shapes.cheapest(filler, shape, pool)).price();
      if (worth > bestWorth) {
        bestWorth = worth;
        best = shape;
        bestBias = bias;
      }
    }
    if (best >= 0) {
      filler.fill(best, bestBias, 2);
    }
    return best;
  }

  private @Nullable Bin commit(int shape) {
    int cheapest = shapes.cheapest(filler, shape, pool);
    double[] capacity = problem.shape(shape).capacity();
    Bin bin = filler.commit(cheapest, capacity);
    return bin.groups().length == 0 ? null : bin;
  }

  private double slack(Bin bin) {
    return problem.shape(bin.shape()).price() - bin.value();
  }

  private double objective(Bin bin) {
    double price = problem.shape(bin.shape()).price();
    double slack = price - bin.value();
    return price - SLACK_REWARD * slack * slack / price;
  }

  /** Swaps old nodes for new ones in the ledger, or leaves it as it was. */
  private boolean isWithinLimits(int count) {
    if (problem.limits().none()) {
      return true;
    }
    for (int i = 0; i < ruins; i++) {
      ledger.giveBack(problem.shape(bins.get(ruined[i]).shape()));
    }
    int bought = 0;
    while (bought < count && ledger.allows(problem.shape(made[bought].shape()))) {
      ledger.buy(problem.shape(made[bought++].shape()));
    }
    if (bought == count) {
      return true;
    }
    for (int i = 0; i < bought; i++) {
      ledger.giveBack(problem.shape(made[i].shape()));
    }
    for (int i = 0; i < ruins; i++) {
      ledger.buy(problem.shape(bins.get(ruined[i]).shape()));
    }
    return false;
  }

  private void replace(int count) {
    int[] sorted = Arrays.copyOf(ruined, ruins);
    Arrays.sort(sorted);
    for (int i = ruins - 1; i >= 0; i--) {
      Bin last = bins.removeLast();
      if (sorted[i] < bins.size()) {
        bins.set(sorted[i], last);
      }
    }
    for (int i = 0; i < count; i++) {
      bins.add(made[i]);
    }
  }

  static double price(Problem problem, List<Bin> bins) {
    double price = 0;
    for (Bin bin : bins) {
      price += bin.isExisting() ? 0 : problem.shape(bin.shape()).price();
    }
    return price;
  }
}
