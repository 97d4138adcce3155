package io.spotwright.packing.search;

import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Price-directed greedy: existing nodes first, then again and again the shape whose fill is worth
 * most for its price, repeated while the same fill is possible.
 */
final class Greedy {
  private static final double[] BIASES = {0, 2};

  private final Problem problem;
  private final ShapeChoice shapes;
  private final Pool pool;
  private final Filler filler;
  private final Limits.Ledger ledger;
  private final List<Bin> bins = new ArrayList<>();
  private final double[] promise;
  private final double[] cost;

  /** Buys with what {@code ledger} leaves, by price. */
  Greedy(Problem problem, ShapeChoice shapes, double[] values, Limits.Ledger ledger) {
    this(problem, shapes, values, ledger, prices(problem));
  }

  /** Under tight limits a thrifty one places most: a node costs what it takes of the limits. */
  static Greedy thrifty(Problem problem, ShapeChoice shapes, double[] values) {
    Limits.Ledger ledger = problem.limits().ledger();
    double[] cost =
        problem.shapes().stream()
            .mapToDouble(shape -> 1e-9 * shape.price() + ledger.share(shape))
            .toArray();
    return new Greedy(problem, shapes, values, ledger, cost);
  }

  private static double[] prices(Problem problem) {
    return problem.shapes().stream().mapToDouble(Shape::price).toArray();
  }

  private Greedy(
      Problem problem, ShapeChoice shapes, double[] values, Limits.Ledger ledger, double[] cost) {
    this.cost = cost;
    this.problem = problem;
    this.shapes = shapes;
    this.pool = new Pool(problem, existingFirst(shapes, values));
    this.filler = new Filler(problem, pool);
    this.ledger = ledger;
    this.promise = new double[problem.shapes().size()];
    Arrays.fill(promise, Double.MAX_VALUE);
  }

  /** Pods that can only be on existing nodes are worth most there. */
  private static double[] existingFirst(ShapeChoice shapes, double[] values) {
    double most = 1;
    for (double value : values) {
      most = Math.max(most, value);
    }
    double[] worth = values;
    for (int g = 0; g < values.length; g++) {
      if (shapes.of(g).length == 0) {
        worth = worth == values ? values.clone() : worth;
        worth[g] = 1e3 * most;
      }
    }
    return worth;
  }

  /** Packs all pods, existing nodes first. */
  List<Bin> packAll() {
    for (int g = 0; g < problem.groups().size(); g++) {
      pool.add(g, problem.group(g).count());
    }
    fillExisting();
    return pack();
  }

  /** Packs some pods on bought nodes. */
  List<Bin> pack(int[] counts) {
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] > 0) {
        pool.add(g, counts[g]);
      }
    }
    return pack();
  }

  /** Packs everything that can be; what is left stays in {@link #left()}. */
  private List<Bin> pack() {
    boolean more = true;
    while (pool.size > 0 && more) {
      more = buyBest();
    }
    return bins;
  }

  /** Pods per group that no node took, because limits end the buying or rules forbid it. */
  int[] left() {
    int[] left = new int[problem.groups().size()];
    for (int p = 0; p < pool.size; p++) {
      left[pool.group[p]] = pool.count[p];
    }
    return left;
  }

  long work() {
    return filler.work;
  }

  private void fillExisting() {
    List<Problem.ExistingNode> nodes = problem.existing();
    int[] order =
        IntStream.range(0, nodes.size())
            .boxed()
            .sorted(Comparator.comparingDouble(n -> -nodes.get(n).shape().capacity()[Problem.CPU]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int n : order) {
      filler.fill(nodes.get(n), 1, 2);
      Bin bin = filler.commit(~n, nodes.get(n).shape().capacity());
      if (bin.groups().length > 0) {
        bins.add(bin);
      }
    }
  }

  /**
   * Tests the most promising shapes first. What a shape was worth for an earlier, fuller pool is
   * taken as its promise, so most shapes are not tested again for every node.
   */
  private boolean buyBest() {
    while (true) {
      int best = -1;
      double second = 0;
      for (int s = 0; s < promise.length; s++) {
        if (best < 0 || promise[s] > promise[best]) {
          second = best < 0 ? 0 : promise[best];
          best = s;
        } else if (promise[s] > second) {
          second = promise[s];
        }
      }
      if (best < 0 || promise[best] <= 0) {
        return false;
      }
      double bias = test(best);
      if (promise[best] > 0 && promise[best] >= second) {
        filler.fill(best, bias, 2);
        buyRepeatedly(best);
        return true;
      }
    }
  }

  /** Brings the promise of a shape up to date; returns the better size bias. */
  private double test(int shape) {
    double bestBias = 0;
    promise[shape] = 0;
    if (!ledger.allows(problem.shape(shape))) {
      return 0;
    }
    for (double bias : BIASES) {
      double value = filler.fill(shape, bias, 0);
      if (value <= 0) {
        break;
      }
      double worth = value / cost[shapes.cheapest(filler, shape, pool)];
      if (worth > promise[shape]) {
        promise[shape] = worth;
        bestBias = bias;
      }
    }
    return bestBias;
  }

  /** Half of the possible repetitions: the fill gets worse as its scarce pods run out. */
  private void buyRepeatedly(int shape) {
    int repeat = Integer.MAX_VALUE;
    for (int p = 0; p < pool.size; p++) {
      if (filler.taken[p] > 0) {
        repeat = Math.min(repeat, pool.count[p] / filler.taken[p]);
      }
    }
    int cheapest = shapes.cheapest(filler, shape, pool);
    Shape bought = problem.shape(cheapest);
    if (!ledger.allows(bought)) {
      cheapest = shape;
      bought = problem.shape(shape);
    }
    double[] capacity = problem.shape(shape).capacity();
    int[] pattern = filler.taken.clone();
    int[] groups = pool.group.clone();
    int entries = pool.size;
    ledger.buy(bought);
    Bin first = filler.commit(cheapest, capacity);
    bins.add(first);
    for (int i = 1; i < Math.max(1, repeat / 2) && ledger.allows(bought); i++) {
      ledger.buy(bought);
      for (int p = 0; p < entries; p++) {
        if (pattern[p] > 0) {
          pool.add(groups[p], -pattern[p]);
        }
      }
      bins.add(new Bin(cheapest, first.groups(), first.counts(), first.used(), first.value()));
    }
    pool.dropEmpty();
  }
}
