package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.Arrays;

/**
 * A knapsack solved item by item over what is left of the node: of all fills that leave the same,
 * only the one worth most goes on. Small nodes have few such states however many groups there are,
 * where branching would meet each of them again and again. States that the relaxation rules out are
 * dropped.
 */
final class KnapsackStates {
  /** States side by side; beyond, only an upper bound comes out. */
  private static final int MOST = 1 << 14;

  /** Pods of an item on top of an earlier choice. */
  private int[] before = new int[1024];

  private int[] item = new int[1024];
  private int[] pods = new int[1024];
  private int choices;

  private final double[][] request;

  /** The rows that can run out; the others need no place in a state. */
  private final int[] rowIds;

  private int rows;
  private Layer now;
  private Layer next;
  private final int[] table = new int[4 * MOST];
  private final double[] rest;
  private double best;
  private int bestChoice;
  private double upper;
  private long work;

  private static final class Layer {
    final double[] worth = new double[MOST];
    final double[] bound = new double[MOST];
    final int[] choice = new int[MOST];
    final double[] rest;
    int size;

    Layer(int rows) {
      rest = new double[MOST * rows];
    }
  }

  KnapsackStates(Relaxation problem) {
    request = problem.request();
    int all = problem.rowCount();
    rowIds = new int[all];
    now = new Layer(all);
    next = new Layer(all);
    rest = new double[all];
  }

  /** The best worth found, at least what was given. */
  double best() {
    return best;
  }

  /** No fill is worth more than this, or than what was asked for. */
  double upper() {
    return upper;
  }

  /** Whether a better fill than the one given was found; then writes its pods per item. */
  boolean improves(int[] counts) {
    if (bestChoice < 0) {
      return false;
    }
    Arrays.fill(counts, 0);
    for (int c = bestChoice; c >= 0; c = before[c]) {
      counts[item[c]] = pods[c];
    }
    return true;
  }

  /**
   * @param order the items, {@code count} of them
   * @param reduced per position in {@code order} the value beyond what the multipliers charge
   * @param bound what all items can bring at most
   * @param known worth of a fill at hand
   * @param work how many choices to look at, at most
   * @return whether it came to its end
   */
  boolean solve(
      Container container,
      int[] order,
      int count,
      double[] values,
      double[] reduced,
      double bound,
      double known,
      double enough,
      double slack,
      long work) {
    best = known;
    bestChoice = -1;
    choices = 0;
    this.work = work;
    now.size = 1;
    now.worth[0] = 0;
    now.bound[0] = bound;
    now.choice[0] = -1;
    keepScarceRows(container, order, count);
    for (int r = 0; r < rows; r++) {
      now.rest[r] = container.capacity()[rowIds[r]];
    }
    for (int k = 0; k < count; k++) {
      next.size = 0;
      Arrays.fill(table, -1);
      int most = container.most()[order[k]];
      for (int s = 0; s < now.size; s++) {
        double cutoff = Math.max(best * (1 + slack), enough) * (1 + 1e-12);
        if (now.bound[s] > cutoff
            && !expand(s, order[k], most, values[order[k]], reduced[k], cutoff)) {
          upper = highest(now);
          return false;
        }
      }
      for (int s = 0; s < next.size; s++) {
        if (next.worth[s] > best && next.worth[s] > enough) {
          best = next.worth[s];
          bestChoice = next.choice[s];
        }
      }
      Layer done = now;
      now = next;
      next = done;
    }
    upper = Math.max(best * (1 + slack), enough) * (1 + 1e-12);
    return true;
  }

  private void keepScarceRows(Container container, int[] order, int count) {
    rows = 0;
    double[] capacity = container.capacity();
    boolean[] kept = new boolean[capacity.length];
    Arrays.fill(kept, true);
    for (int r = 0; r < capacity.length; r++) {
      kept[r] = false;
      double all = 0;
      double most = 0;
      for (int k = 0; k < count; k++) {
        all += request[order[k]][r] * container.most()[order[k]];
        most = Math.max(most, request[order[k]][r]);
      }
      if (Math.min(all, mostPods(capacity, kept, order, count) * most) > capacity[r]) {
        kept[r] = true;
        rowIds[rows++] = r;
      }
    }
  }

  /** How many pods the rows that are kept let in at most. */
  private double mostPods(double[] capacity, boolean[] kept, int[] order, int count) {
    double pods = Double.POSITIVE_INFINITY;
    for (int r = 0; r < capacity.length; r++) {
      double least = kept[r] ? Double.POSITIVE_INFINITY : 0;
      for (int k = 0; k < count && kept[r]; k++) {
        least = Math.min(least, request[order[k]][r]);
      }
      if (least > 0) {
        pods = Math.min(pods, Math.floor(capacity[r] / least));
      }
    }
    return pods;
  }

  private static double highest(Layer layer) {
    double highest = 0;
    for (int s = 0; s < layer.size; s++) {
      highest = Math.max(highest, layer.bound[s]);
    }
    return highest;
  }

  private boolean expand(int s, int id, int most, double value, double gain, double cutoff) {
    int room = room(s, id, most);
    if (gain < 0) {
      room = (int) Math.min(room, (now.bound[s] - cutoff) / -gain);
    }
    for (int n = room; n >= 0; n--) {
      double bound = now.bound[s] + (gain > 0 ? -gain * (most - n) : gain * n);
      if (bound <= cutoff) {
        if (gain > 0) {
          return true;
        }
        continue;
      }
      if (--work < 0 || !put(s, id, n, now.worth[s] + n * value, bound)) {
        return false;
      }
    }
    return true;
  }

  private int room(int s, int id, int most) {
    double room = most;
    for (int r = 0; r < rows; r++) {
      double own = request[id][rowIds[r]];
      if (own > 0) {
        room = Math.min(room, Math.floor(now.rest[s * rows + r] / own));
      }
    }
    return (int) room;
  }

  private boolean put(int s, int id, int n, double worth, double bound) {
    long hash = 0;
    for (int r = 0; r < rows; r++) {
      rest[r] = now.rest[s * rows + r] - n * request[id][rowIds[r]];
      hash = (hash ^ Double.doubleToRawLongBits(rest[r])) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    int slot = (int) (hash >>> 33) & table.length - 1;
    while (table[slot] >= 0 && !isRest(table[slot])) {
      slot = slot + 1 & table.length - 1;
    }
    int state = table[slot];
    if (state < 0) {
      if (next.size == MOST) {
        return false;
      }
      state = next.size++;
      table[slot] = state;
      System.arraycopy(rest, 0, next.rest, state * rows, rows);
    } else if (worth <= next.worth[state]) {
      return true;
    }
    next.worth[state] = worth;
    next.bound[state] = bound;
    next.choice[state] = n == 0 ? now.choice[s] : choose(now.choice[s], id, n);
    return true;
  }

  private boolean isRest(int state) {
    for (int r = 0; r < rows; r++) {
      if (next.rest[state * rows + r] != rest[r]) {
        return false;
      }
    }
    return true;
  }

  private int choose(int earlier, int id, int n) {
    if (choices == before.length) {
      before = Arrays.copyOf(before, 2 * choices);
      item = Arrays.copyOf(item, 2 * choices);
      pods = Arrays.copyOf(pods, 2 * choices);
    }
    before[choices] = earlier;
    item[choices] = id;
    pods[choices] = n;
    return choices++;
  }
}
