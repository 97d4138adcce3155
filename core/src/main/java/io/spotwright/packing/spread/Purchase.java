package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Filler;
import io.spotwright.packing.search.Pool;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Buys nodes for waiting pods one by one, each entered in the ledger. */
final class Purchase {
  private static final int TRIALS = 5;

  private static final int[] NO_SHAPES = {};

  private final Problem problem;
  private final double[] values;
  private final OptionChoice choice;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final Pool pool;
  private final Filler filler;
  private final int[] most;
  private boolean beyondLimits;

  Purchase(
      Problem problem,
      double[] values,
      OptionChoice choice,
      Ledger ledger,
      SplittableRandom random) {
    this.problem = problem;
    this.values = values;
    this.choice = choice;
    this.ledger = ledger;
    this.random = random;
    this.pool = new Pool(problem, values);
    this.filler = new Filler(problem, pool);
    this.most = new int[problem.groups().size()];
    pool.limit(most);
  }

  Pool waiting() {
    return pool;
  }

  double value(int group) {
    return values[group];
  }

  long work() {
    return filler.work;
  }

  /** Counts work done outside of fills. */
  void worked(long units) {
    filler.work += units;
  }

  /**
   * Buys a node of this shape or of a cheaper one that holds the same pods.
   *
   * @param planned vCPU of the whole plan, which the caps are shares of
   * @return null when none of the pods may be on such a node
   */
  @Nullable Bin buy(int shape, double sizeBias, long planned) {
    return fill(shape, sizeBias, 2) > 0 ? commit(shape, planned) : null;
  }

  /**
   * Buys the best of a few shapes.
   *
   * @param suggested shapes to try first
   * @return null when none of those tried can be bought
   */
  @Nullable Bin buyBest(int[] suggested, int suggestions, long planned) {
    int best = -1;
    double bestWorth = 0;
    double bestBias = 0;
    for (int t = 0; t < TRIALS; t++) {
      int shape = t < 2 && suggestions > 0 ? suggested[random.nextInt(suggestions)] : draw(planned);
      if (shape < 0 || !ledger.allows(shape)) {
        continue;
      }
      double bias = random.nextDouble() * 3;
      double value = fill(shape, bias, 0);
      if (value > 0) {
        int cheapest = cheapest(shape, planned);
        double cost = problem.shape(cheapest).price() + ledger.penaltyWith(cheapest, planned);
        if (value / cost > bestWorth) {
          bestWorth = value / cost;
          best = shape;
          bestBias = bias;
        }
      }
    }
    return best < 0 ? null : buy(best, bestBias, planned);
  }

  /** Buys nodes until none of the pods that still wait may be on any. */
  void buyAll(long planned, List<Bin> bought) {
    while (pool.size > 0) {
      Bin bin = buyBest(NO_SHAPES, 0, planned);
      bin = bin == null ? buyBestOfAll(planned) : bin;
      bin = bin == null ? buyBeyondLimits(planned) : bin;
      if (bin == null) {
        return;
      }
      bought.add(bin);
    }
  }

  /** Rather a pod too many in a pool than one left over; what comes later may move it. */
  private @Nullable Bin buyBeyondLimits(long planned) {
    beyondLimits = true;
    Bin bin = buyBestOfAll(planned);
    beyondLimits = false;
    return bin;
  }

  /** As {@link #buyBest}, of every shape there is. */
  @Nullable Bin buyBestOfAll(long planned) {
    int best = -1;
    double bestWorth = 0;
    for (int shape = 0; shape < problem.shapes().size(); shape++) {
      double value = ledger.allows(shape) ? fill(shape, 1, 0) : 0;
      double cost = problem.shape(shape).price() + ledger.penaltyWith(shape, planned);
      if (value / cost > bestWorth) {
        bestWorth = value / cost;
        best = shape;
      }
    }
    return best < 0 ? null : buy(best, 1, planned);
  }

  /** A shape for one of the waiting groups, if possible one whose part of the market has room. */
  private int draw(long planned) {
    int shape = -1;
    for (int t = 0; t < 6; t++) {
      shape = choice.draw(pool.group[random.nextInt(pool.size)], random);
      if (shape >= 0 && ledger.penaltyWith(shape, planned) == 0) {
        break;
      }
    }
    return shape;
  }

  /** Another shape that has room for the pods of the bin; -1 when none was drawn. */
  int draw(Bin bin) {
    int shape = choice.draw(bin.groups()[random.nextInt(bin.groups().length)], random);
    return shape >= 0 && shape != bin.shape() && holds(shape, bin) ? shape : -1;
  }

  private double fill(int shape, double sizeBias, int exchanges) {
    if (beyondLimits) {
      System.arraycopy(pool.count, 0, most, 0, pool.size);
    } else {
      ledger.limit(shape, pool, most);
    }
    return filler.fill(shape, sizeBias, exchanges);
  }

  private Bin commit(int shape, long planned) {
    int cheapest = cheapest(shape, planned);
    Bin bin = filler.commit(cheapest, problem.shape(shape).capacity());
    ledger.add(bin);
    return bin;
  }

  /** Of the cheapest shapes that hold the last fill and are no worse for the caps a random one. */
  private int cheapest(int shape, long planned) {
    Shape filled = problem.shape(shape);
    double penalty = ledger.penaltyWith(shape, planned);
    int found = shape;
    int equals = 0;
    for (int s = 0; s < shape && problem.shape(s).price() <= problem.shape(found).price(); s++) {
      if (problem.shape(s).price() < filled.price()
          && problem.shape(s).limit() == filled.limit()
          && holds(s, filled)
          && ledger.allows(s)
          && ledger.penaltyWith(s, planned) <= penalty
          && random.nextInt(++equals) == 0) {
        found = s;
      }
    }
    worked(shape / 4);
    return found;
  }

  private boolean holds(int shape, Shape filled) {
    double[] capacity = problem.shape(shape).capacity();
    for (int d = 0; d < capacity.length; d++) {
      if (filler.used(d, filled.capacity()) > capacity[d]) {
        return false;
      }
    }
    boolean[] allowed = problem.allowed(shape);
    for (int p = 0; p < pool.size; p++) {
      if (filler.taken[p] > 0 && !allowed[pool.group[p]]) {
        return false;
      }
    }
    return ledger.losses().allow(shape, pool, filler.taken);
  }

  /** Whether a node of the shape has room for the pods of the bin. */
  boolean holds(int shape, Bin bin) {
    double[] capacity = problem.shape(shape).capacity();
    for (int d = 0; d < capacity.length; d++) {
      if (bin.used()[d] > capacity[d]) {
        return false;
      }
    }
    for (int group : bin.groups()) {
      if (!problem.allowed(shape)[group]) {
        return false;
      }
    }
    return true;
  }
}
