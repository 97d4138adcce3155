package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The pods worth most that one node can hold: branch and bound over the items in order of value for
 * what they take, cut by the bound that the relaxation's multipliers give. An item whose reduced
 * value is positive is taken off its most, another one added from none, only as far as that bound
 * allows.
 */
final class Knapsack {
  private final double[][] request;
  private final KnapsackRelaxation linear = new KnapsackRelaxation();
  private final KnapsackRounding rounding;
  private final KnapsackConditions conditions;
  private final KnapsackStates states;
  private final double[] levels;
  private final int rows;
  private final int[] order;
  private final long[] sorted;
  private final double[] reduced;
  private final double[][] least;
  private final double[] multipliers;
  private final double[] rest;
  private final int[] current;
  private final int[] found;
  private int count;
  private Container container = new Container(new double[0], 0, 0, -1, new int[0]);
  private double[] value;
  private double enough;
  private double slack;
  private double open;
  private long visited;
  private long budget;
  private boolean cut;
  private double best;
  private double upper;
  private BooleanSupplier stop = () -> false;

  Knapsack(Relaxation problem) {
    request = problem.request();
    rounding = new KnapsackRounding(problem);
    conditions = new KnapsackConditions(problem);
    states = new KnapsackStates(problem);
    levels = new double[problem.items()];
    int items = problem.items();
    rows = problem.rowCount();
    order = new int[items];
    sorted = new long[items];
    reduced = new double[items];
    least = new double[items + 1][rows];
    multipliers = new double[rows];
    rest = new double[rows];
    current = new int[items];
    found = new int[items];
    value = new double[items];
  }

  /** The best value found; 0 when no set worth more than {@code enough} was found. */
  double best() {
    return best;
  }

  /** No set of pods is worth more than this, or than what was given as {@code enough}. */
  double upper() {
    return upper;
  }

  /** Pods per item of the best set found. */
  int[] found() {
    return found;
  }

  boolean wasCut() {
    return cut;
  }

  /**
   * @param values per item, not negative
   * @param enough sets worth no more need not be found
   * @param slack relative: a set found is good enough when none is worth more by this
   * @param budget how many branches to visit at most; 0 for the relaxation only
   */
  void solve(
      Container container,
      double[] values,
      double enough,
      double slack,
      long budget,
      BooleanSupplier stop) {
    this.container = container;
    this.value = values;
    this.enough = enough;
    this.slack = slack;
    this.budget = budget;
    this.stop = stop;
    best = 0;
    visited = 0;
    cut = false;
    Arrays.fill(found, 0);
    takePart();
    linear.solve(order, count, values, request, container, multipliers);
    upper = bound();
    if (upper <= enough) {
      return;
    }
    if (budget == 0) {
      cut = true;
      return;
    }
    linear.levels(order, levels);
    sort();
    round();
    if (solvedByStates()) {
      return;
    }
    System.arraycopy(container.capacity(), 0, rest, 0, rows);
    conditions.clear();
    open = 0;
    branch(0, 0, upper);
    upper = Math.min(upper, Math.max(open, cutoff()));
  }

  private void takePart() {
    count = 0;
    for (int i = 0; i < value.length; i++) {
      if (value[i] > 1e-12 && container.most()[i] > 0) {
        order[count++] = i;
      }
    }
  }

  private double weight(int item) {
    double weight = 0;
    for (int r = 0; r < rows; r++) {
      weight += multipliers[r] * request[item][r];
    }
    return weight;
  }

  private double bound() {
    double bound = 0;
    for (int r = 0; r < rows; r++) {
      bound += multipliers[r] * container.capacity()[r];
    }
    for (int k = 0; k < count; k++) {
      int item = order[k];
      bound += Math.max(0, value[item] - weight(item)) * container.most()[item];
    }
    return bound;
  }

  private void sort() {
    for (int k = 0; k < count; k++) {
      int item = order[k];
      float density = (float) (value[item] / (weight(item) + 1e-12));
      // Positive floats sort as their bits do; the largest first.
      sorted[k] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(density)) << 32 | item;
    }
    Arrays.sort(sorted, 0, count);
    for (int k = 0; k < count; k++) {
      order[k] = (int) sorted[k];
      reduced[k] = value[order[k]] - weight(order[k]);
    }
    Arrays.fill(least[count], Double.POSITIVE_INFINITY);
    for (int k = count - 1; k >= 0; k--) {
      for (int r = 0; r < rows; r++) {
        least[k][r] = Math.min(least[k + 1][r], request[order[k]][r]);
      }
    }
  }

  /** Conditions between groups are not part of a state. */
  private boolean solvedByStates() {
    if (!conditions.isEmpty()) {
      return false;
    }
    boolean done =
        states.solve(
            container, order, count, value, reduced, upper, best, enough, slack, 4 * budget);
    upper = Math.min(upper, Math.max(states.upper(), cutoff()));
    if (states.improves(found)) {
      best = states.best();
    }
    return done;
  }

  private void round() {
    double worth = rounding.fill(container, order, count, value, levels);
    if (worth > enough) {
      best = worth;
      System.arraycopy(rounding.pods(), 0, found, 0, found.length);
    }
  }

  private double cutoff() {
    return Math.max(best * (1 + slack), enough) * (1 + 1e-12);
  }

  /** {@code bound}: what the items from {@code k} on can bring the value to at most. */
  private void branch(int k, double worth, double bound) {
    if (worth > best && worth > enough) {
      best = worth;
      Arrays.fill(found, 0);
      for (int j = 0; j < k; j++) {
        found[order[j]] = current[j];
      }
    }
    if (++visited > budget || (visited & 4095) == 0 && stop.getAsBoolean()) {
      cut = true;
      open = Math.max(open, bound);
      return;
    }
    int room = 0;
    while (k < count && fitsAny(k) && (room = room(k)) == 0) {
      bound -= Math.max(0, reduced[k]) * container.most()[order[k]];
      current[k++] = 0;
      if (bound <= cutoff()) {
        return;
      }
    }
    if (k < count && room > 0) {
      take(k, worth, bound, room);
    }
  }

  private void take(int k, double worth, double bound, int room) {
    int item = order[k];
    double gain = reduced[k];
    int most = container.most()[item];
    if (gain < 0) {
      room = (int) Math.min(room, (bound - cutoff()) / -gain);
    }
    for (int pods = room; pods >= 0; pods--) {
      double next = gain > 0 ? bound - gain * (most - pods) : bound + gain * pods;
      if (next <= cutoff()) {
        if (gain > 0) {
          break;
        }
        continue;
      }
      if (cut) {
        // What is not visited any more may hold this much.
        open = Math.max(open, gain > 0 ? next : bound);
        break;
      }
      current[k] = pods;
      move(item, pods);
      branch(k + 1, worth + pods * value[item], next);
      move(item, -pods);
    }
    current[k] = 0;
  }

  private void move(int item, int pods) {
    if (pods != 0) {
      double[] own = request[item];
      for (int r = 0; r < rows; r++) {
        rest[r] -= pods * own[r];
      }
      conditions.add(item, pods);
    }
  }

  private boolean fitsAny(int k) {
    double[] smallest = least[k];
    for (int r = 0; r < rows; r++) {
      if (smallest[r] > rest[r]) {
        return false;
      }
    }
    return true;
  }

  private int room(int k) {
    int item = order[k];
    double[] own = request[item];
    for (int r = 0; r < rows; r++) {
      if (own[r] > rest[r]) {
        return 0;
      }
    }
    double room = Math.min(container.most()[item], conditions.room(item));
    for (int r = 0; r < rows; r++) {
      if (own[r] > 0) {
        room = Math.min(room, Math.floor(rest[r] / own[r]));
      }
    }
    return (int) room;
  }
}
