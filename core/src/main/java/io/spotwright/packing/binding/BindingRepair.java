package io.spotwright.packing.binding;

import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.search.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Changes what is bought until kube-scheduler, left alone, finds a node for every pod at the first
 * attempt in every order of arrival tried: nodes are added for the pods that stayed pending in the
 * worst order, then nodes are given up as long as no order misses them.
 */
public final class BindingRepair {
  private static final int MOST_ADDITIONS = 60;
  private static final int MOST_SCALE = 5;
  private static final int FEW = 4;
  private static final int MOST_REFUSALS = 24;
  private static final int MOST_STALE = 150;

  /** Share of the price by which a way point may be worse at the start. */
  private static final double WARMTH = 0.01;

  private final Trials trials;
  private final List<Pod> pods;
  private final SplittableRandom random;
  private final long budget;

  /**
   * @param options what is bought
   * @param placement per pod the index of its node: existing nodes first, then {@code options}; -1
   *     when pending in the first order tried
   * @param boundAtFirstAttempt the least over all orders tried
   */
  public record Outcome(List<Option> options, int[] placement, int boundAtFirstAttempt) {
    public double price() {
      return options.stream().mapToDouble(Option::price).sum();
    }
  }

  /**
   * @param pods those that the plan places
   * @param worth of a pod per hour, at resource prices
   * @param budget replayed pods after which no new trial begins; 0 when there is time for a single
   *     replay in few orders only
   */
  public BindingRepair(
      Observation observation,
      List<Pod> pods,
      ToDoubleFunction<Pod> worth,
      long seed,
      long budget) {
    this.pods = pods;
    this.trials = new Trials(observation, pods, seed, budget == 0, worth);
    this.random = new SplittableRandom(seed);
    this.budget = budget;
  }

  /** Seconds to keep of a time limit for one {@link #replay}. */
  public static double secondsFor(int pods) {
    return Orders.seconds(pods);
  }

  /** How these nodes would bind as they are. */
  public Outcome replay(List<Option> options) {
    return outcome(options, trials.all(options));
  }

  /**
   * Price, and what it costs to bind the pods that stay pending: about twice their worth, because
   * others take a part of any room that is added.
   */
  double score(List<Option> options) {
    return price(options) + 2 * trials.all(options).shortage();
  }

  private static Outcome outcome(List<Option> options, Trials.Trial trial) {
    return new Outcome(List.copyOf(options), trial.placement(), trial.leastBound());
  }

  public boolean holds(Outcome outcome) {
    return outcome.boundAtFirstAttempt == pods.size();
  }

  /**
   * Adds nodes until all pods bind in all orders.
   *
   * @param mostPrice gives up above this price per hour
   */
  public Outcome grow(
      List<Option> options, Purchases purchases, double mostPrice, Deadline deadline) {
    List<Option> grown = new ArrayList<>(options);
    Trials.Trial trial = trials.all(grown);
    int scale = 1;
    for (int i = 0; i < MOST_ADDITIONS && !trial.holds() && !over(deadline); i++) {
      List<Option> more = purchases.nodesFor(trial.pending(), scale);
      grown.addAll(more);
      if (more.isEmpty() || price(grown) >= mostPrice) {
        break;
      }
      double shortage = trial.shortage();
      trial = trials.strictestFirst(grown);
      // A node just large enough is taken by a small pod that comes first: buy larger ones.
      boolean stuck = trial.pending().size() <= FEW && trial.shortage() > shortage * 0.7;
      scale = stuck ? Math.min(MOST_SCALE, scale + 1) : 1;
    }
    return outcome(grown, trial.holds() ? trial : trials.all(grown));
  }

  /**
   * Gives up nodes, many at a time while that works, until hardly any can be missed.
   *
   * @param keep nodes at the head of the list that stay
   */
  public Outcome shrink(Outcome held, int keep, Deadline deadline) {
    List<Option> kept = new ArrayList<>(held.options);
    int refusals = 0;
    int batch = Math.max(1, kept.size() / 32);
    while (refusals < MOST_REFUSALS + 3 * (kept.size() - keep)
        && kept.size() > keep
        && !over(deadline)) {
      List<Option> fewer = without(kept, keep, Math.min(batch, kept.size() - keep));
      if (trials.hold(fewer)) {
        kept = fewer;
        batch *= 2;
        refusals = 0;
      } else {
        refusals += batch == 1 ? 1 : 0;
        batch = Math.max(1, batch / 2);
      }
    }
    return kept.size() == held.options.size() ? held : outcome(kept, trials.all(kept));
  }

  private List<Option> without(List<Option> options, int keep, int count) {
    List<Option> fewer = new ArrayList<>(options);
    for (int i = 0; i < count; i++) {
      fewer.remove(keep + random.nextInt(fewer.size() - keep));
    }
    return fewer;
  }

  /**
   * Exchanges nodes for others while all pods still bind in all orders and the price falls. On the
   * way a little may stay pending or the price rise, less and less as the budget is used up; after
   * a while without a better plan it starts again from the best.
   */
  public Outcome exchange(Outcome held, Purchases purchases, Deadline deadline) {
    List<Option> best = held.options;
    List<Option> current = best;
    double currentScore = price(current);
    double bestPrice = currentScore;
    long start = trials.work();
    int stale = 0;
    while (!over(deadline)) {
      double done = (trials.work() - start) / (double) Math.max(1, budget - start);
      double tolerance = WARMTH * bestPrice * Math.max(0, 1 - done);
      List<Option> candidate = mutated(current, purchases);
      double price = price(candidate);
      if (price > currentScore + tolerance) {
        stale++;
        if (stale > 20 * MOST_STALE) {
          break;
        }
        continue;
      }
      Trials.Trial trial = trials.all(candidate);
      double score = price + trial.shortage();
      if (score < currentScore + tolerance * random.nextDouble() * random.nextDouble()) {
        current = candidate;
        currentScore = score;
      }
      stale++;
      if (trial.holds() && price < bestPrice - 1e-9) {
        best = candidate;
        bestPrice = price;
        stale = 0;
      } else if (stale > MOST_STALE) {
        current = best;
        currentScore = bestPrice;
        stale = 0;
      }
    }
    return best == held.options ? held : outcome(best, trials.all(best));
  }

  private List<Option> mutated(List<Option> options, Purchases purchases) {
    List<Option> mutated = new ArrayList<>(options);
    if (options.size() > 8 && random.nextInt(3) == 0) {
      exchangeMany(mutated, purchases);
      return mutated;
    }
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes && mutated.size() > 1; i++) {
      int at = random.nextInt(mutated.size());
      switch (random.nextInt(4)) {
        case 0 -> mutated.remove(at);
        case 1 -> mutated.add(purchases.inPlaceOf(mutated.get(at), random));
        default -> mutated.set(at, purchases.inPlaceOf(mutated.get(at), random));
      }
    }
    return mutated;
  }

  /** Several nodes of one kind for as many of another as the same money buys. */
  private void exchangeMany(List<Option> options, Purchases purchases) {
    Option from = options.get(random.nextInt(options.size()));
    Option to = purchases.inPlaceOf(from, random);
    int most = 2 + random.nextInt(Math.max(1, options.size() / 4));
    double money = 0;
    for (int i = options.size() - 1; i >= 0 && most > 0; i--) {
      Option each = options.get(i);
      if (each.price() == from.price() && each.offering().size().equals(from.offering().size())) {
        money += each.price();
        options.remove(i);
        most--;
      }
    }
    for (int i = 0; i < (int) (money / to.price()); i++) {
      options.add(to);
    }
  }

  private boolean over(Deadline deadline) {
    return trials.work() >= budget || deadline.isOverNow();
  }

  private static double price(List<Option> options) {
    return options.stream().mapToDouble(Option::price).sum();
  }
}
