package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ruin and recreate under limits: takes a few nodes apart, some of them where a cap is exceeded,
 * and buys others for their pods. What counts is price, a reward for slack gathered on few nodes
 * (only a node with much slack can be replaced by a smaller one) and the penalty for what is over a
 * limit.
 */
final class SpreadRuin {
  private static final double SLACK_REWARD = 0.3;

  /** Work of a step besides its fills. */
  private static final int STEP = 1000;

  private final Problem problem;
  private final Ledger ledger;
  private final Purchase purchase;
  private final SplittableRandom random;
  private final List<Bin> bins;
  private final Bin[] made = new Bin[20];
  private final int[] ruined = new int[5];
  private final int[] shapes = new int[5];
  private int ruins;
  private double price;
  private List<Bin> best;
  private double bestPrice;
  private double bestViolation;

  /** The bins are in the ledger already. */
  SpreadRuin(
      Problem problem, Ledger ledger, Purchase purchase, List<Bin> bins, SplittableRandom random) {
    this.problem = problem;
    this.ledger = ledger;
    this.purchase = purchase;
    this.random = random;
    this.bins = new ArrayList<>(bins);
    this.price = bins.stream().mapToDouble(this::price).sum();
    this.best = List.copyOf(bins);
    this.bestPrice = price;
    this.bestViolation = ledger.violation();
  }

  /** The plan it is at, which the ledger holds. */
  List<Bin> bins() {
    return bins;
  }

  /** The plan with the least over its limits, and of those the cheapest. */
  List<Bin> best() {
    return best;
  }

  double bestPrice() {
    return bestPrice;
  }

  double bestViolation() {
    return bestViolation;
  }

  private double price(Bin bin) {
    return problem.shape(bin.shape()).price();
  }

  /**
   * Steps until {@code budget} units of work are done, cooling from {@code hot} to {@code cold}.
   */
  void run(long budget, double hot, double cold, Deadline deadline) {
    long start = purchase.work();
    while (!bins.isEmpty() && purchase.work() - start < budget && !deadline.isOver()) {
      double done = (purchase.work() - start) / (double) budget;
      double temperature = hot + (cold - hot) * done;
      if (ledger.caps().excess() > 1e-6 && random.nextInt(3) == 0) {
        exchange(temperature);
      } else {
        step(temperature);
      }
      purchase.worked(STEP);
    }
    if (ledger.violation() > 0) {
      ledger.insist();
    }
  }

  private void step(double temperature) {
    chooseRuins();
    double penalty = ledger.penalty();
    long planned = ledger.caps().total();
    double before = penalty;
    double ruinedPrice = 0;
    purchase.waiting().clear();
    for (int i = 0; i < ruins; i++) {
      Bin bin = bins.get(ruined[i]);
      before += objective(bin);
      ruinedPrice += price(bin);
      ledger.remove(bin);
      for (int e = 0; e < bin.groups().length; e++) {
        purchase.waiting().add(bin.groups()[e], bin.counts()[e]);
      }
    }
    int count = recreate(ruinedPrice + temperature + penalty, planned);
    double after = ledger.penalty();
    double madePrice = 0;
    for (int i = 0; i < count; i++) {
      after += objective(made[i]);
      madePrice += price(made[i]);
    }
    double tolerance = temperature * random.nextDouble() * random.nextDouble();
    if (purchase.waiting().size == 0 && after < before + tolerance - 1e-12) {
      replace(count);
      price += madePrice - ruinedPrice;
      remember();
    } else {
      undo(count);
    }
  }

  /**
   * Buys a node as another shape that holds its pods, which may be a larger one: also what the
   * other parts of the market hold counts in a share.
   */
  private void exchange(double temperature) {
    int at = random.nextInt(bins.size());
    Bin bin = bins.get(at);
    int shape = purchase.draw(bin);
    if (shape < 0) {
      return;
    }
    double before = objective(bin) + ledger.penalty();
    Bin other = new Bin(shape, bin.groups(), bin.counts(), bin.used(), bin.value());
    ledger.remove(bin);
    boolean allowed = ledger.allows(shape);
    ledger.add(other);
    double after = objective(other) + ledger.penalty();
    if (allowed && after < before + temperature * random.nextDouble() - 1e-12) {
      bins.set(at, other);
      price += price(other) - price(bin);
      remember();
    } else {
      ledger.remove(other);
      ledger.add(bin);
    }
  }

  private void undo(int count) {
    for (int i = 0; i < count; i++) {
      ledger.remove(made[i]);
    }
    for (int i = 0; i < ruins; i++) {
      ledger.add(bins.get(ruined[i]));
    }
  }

  private void remember() {
    double violation = ledger.violation();
    boolean less = violation < bestViolation - 1e-6;
    if (less || (violation < bestViolation + 1e-6 && price < bestPrice - 1e-9)) {
      best = List.copyOf(bins);
      bestPrice = price;
      bestViolation = violation;
    }
  }

  private void chooseRuins() {
    ruins = Math.min(bins.size(), 2 + random.nextInt(3));
    boolean repair = random.nextBoolean() && ledger.caps().excess() > 1e-6;
    for (int i = 0; i < ruins; i++) {
      ruined[i] = i == 0 && repair ? overCap() : slackest(i);
    }
  }

  private int overCap() {
    for (int t = 0; t < 30; t++) {
      int candidate = random.nextInt(bins.size());
      if (ledger.caps().isOver(bins.get(candidate).shape())) {
        return candidate;
      }
    }
    return random.nextInt(bins.size());
  }

  /** The first by a tournament for slack, the others mostly of its cell, so that pods can mix. */
  private int slackest(int chosen) {
    int slackest = -1;
    double most = -1;
    for (int t = 0; t < 4 || slackest < 0; t++) {
      int candidate = random.nextInt(bins.size());
      if (isRuined(candidate, chosen) || (chosen > 0 && t < 8 && !sameCell(candidate))) {
        continue;
      }
      Bin bin = bins.get(candidate);
      double slack = random.nextInt(4) == 0 ? random.nextDouble() * 10 : price(bin) - bin.value();
      if (slack > most) {
        most = slack;
        slackest = candidate;
      }
    }
    return slackest;
  }

  private boolean sameCell(int candidate) {
    int cell = problem.shape(bins.get(ruined[0]).shape()).cell();
    return problem.shape(bins.get(candidate).shape()).cell() == cell;
  }

  private boolean isRuined(int candidate, int chosen) {
    for (int i = 0; i < chosen; i++) {
      if (ruined[i] == candidate) {
        return true;
      }
    }
    return false;
  }

  /** Buys nodes for the waiting pods into {@link #made}; pods still wait when it costs too much. */
  private int recreate(double most, long planned) {
    int count = 0;
    double spent = 0;
    double bias = random.nextDouble() * 3;
    boolean same = random.nextInt(10) < 6;
    shuffleRuins();
    for (int i = 0; i < ruins; i++) {
      shapes[i] = bins.get(ruined[i]).shape();
    }
    for (int i = 0; purchase.waiting().size > 0; i++) {
      if (count == ruins + 5 || i > ruins + 8 || spent > most) {
        return count;
      }
      Bin bin = buy(same && i < ruins ? shapes[i] : -1, bias, planned);
      if (bin != null) {
        made[count++] = bin;
        spent += price(bin);
      }
    }
    return count;
  }

  private @Nullable Bin buy(int shape, double bias, long planned) {
    if (shape >= 0 && ledger.allows(shape) && ledger.penaltyWith(shape, planned) == 0) {
      return purchase.buy(shape, bias, planned);
    }
    return purchase.buyBest(shapes, ruins, planned);
  }

  private void shuffleRuins() {
    for (int i = ruins - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = ruined[i];
      ruined[i] = ruined[j];
      ruined[j] = swap;
    }
  }

  private double objective(Bin bin) {
    double slack = price(bin) - bin.value();
    return price(bin) - SLACK_REWARD * slack * slack / price(bin);
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
    bins.addAll(Arrays.asList(made).subList(0, count));
  }
}
