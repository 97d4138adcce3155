package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.Arrays;

/**
 * The linear relaxation of a knapsack with several rows: max v·x with A x ≤ capacity, 0 ≤ x ≤ most.
 * Bounded-variable simplex with an inverse of rows × rows. Gives multipliers per row; any
 * nonnegative multipliers give a valid upper bound, so rounding errors cost tightness only.
 */
final class KnapsackRelaxation {
  private static final int MOST_PIVOTS = 2000;

  private int count;
  private int rows;
  private double[][] amount = new double[0][];
  private double[] most = new double[0];
  private double[] value = new double[0];
  private boolean[] atMost = new boolean[0];
  private int[] position = new int[0];
  private double[][] inverse = new double[0][];
  private int[] basis = new int[0];
  private double[] level = new double[0];
  private double[] dual = new double[0];
  private double[] direction = new double[0];

  /**
   * @param items the {@code count} items that take part
   * @param multipliers filled, per row
   */
  void solve(
      int[] items,
      int count,
      double[] values,
      double[][] request,
      Container container,
      double[] multipliers) {
    start(items, count, values, request, container);
    for (int i = 0; i < MOST_PIVOTS; i++) {
      price();
      int entering = entering();
      if (entering < 0) {
        break;
      }
      pivot(entering);
    }
    for (int r = 0; r < rows; r++) {
      multipliers[r] = Math.max(0, dual[r]) / Math.max(1, container.capacity()[r]);
    }
  }

  /** The solution: amount per item, for those that took part. */
  void levels(int[] items, double[] levels) {
    for (int i = 0; i < count; i++) {
      levels[items[i]] = position[i] >= 0 ? level[position[i]] : atMost[i] ? most[i] : 0;
    }
  }

  private void start(
      int[] items, int count, double[] values, double[][] request, Container container) {
    this.count = count;
    rows = container.capacity().length;
    if (value.length < count || inverse.length != rows) {
      allocate(count);
    }
    for (int i = 0; i < count; i++) {
      int item = items[i];
      value[i] = values[item];
      most[i] = container.most()[item];
      for (int r = 0; r < rows; r++) {
        amount[i][r] = request[item][r] / Math.max(1, container.capacity()[r]);
      }
    }
    Arrays.fill(atMost, false);
    Arrays.fill(position, -1);
    for (int r = 0; r < rows; r++) {
      Arrays.fill(inverse[r], 0);
      inverse[r][r] = 1;
      basis[r] = count + r;
      position[count + r] = r;
      level[r] = 1;
    }
  }

  private void allocate(int count) {
    amount = new double[count][rows];
    most = new double[count];
    value = new double[count];
    atMost = new boolean[count];
    position = new int[count + rows];
    inverse = new double[rows][rows];
    basis = new int[rows];
    level = new double[rows];
    dual = new double[rows];
    direction = new double[rows];
  }

  private void price() {
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      for (int b = 0; b < rows; b++) {
        if (basis[b] < count) {
          sum += value[basis[b]] * inverse[b][r];
        }
      }
      dual[r] = sum;
    }
  }

  /** The variable whose whole range promises most; slacks follow the items. */
  private int entering() {
    double best = 1e-10;
    int entering = -1;
    for (int i = 0; i < count; i++) {
      if (position[i] < 0) {
        double reduced = value[i];
        for (int r = 0; r < rows; r++) {
          reduced -= dual[r] * amount[i][r];
        }
        double gain = (atMost[i] ? -reduced : reduced) * most[i];
        if (gain > best) {
          best = gain;
          entering = i;
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      if (position[count + r] < 0 && -dual[r] > best) {
        best = -dual[r];
        entering = count + r;
      }
    }
    return entering;
  }

  private void pivot(int entering) {
    boolean item = entering < count;
    double sign = item && atMost[entering] ? -1 : 1;
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      if (item) {
        for (int c = 0; c < rows; c++) {
          sum += inverse[r][c] * amount[entering][c];
        }
      } else {
        sum = inverse[r][entering - count];
      }
      direction[r] = sum;
    }
    double step = item ? most[entering] : Double.POSITIVE_INFINITY;
    int leaving = -1;
    for (int r = 0; r < rows; r++) {
      double room = room(r, direction[r] * sign);
      if (room < step) {
        step = room;
        leaving = r;
      }
    }
    step = Math.max(0, step);
    if (leaving < 0 && Double.isInfinite(step)) {
      return;
    }
    for (int r = 0; r < rows; r++) {
      level[r] -= step * direction[r] * sign;
    }
    if (leaving < 0) {
      atMost[entering] = !atMost[entering];
    } else {
      exchange(entering, leaving, direction[leaving] * sign < 0, step * sign);
    }
  }

  /** How far the entering variable may move before row {@code r}'s basic one meets a limit. */
  private double room(int r, double rate) {
    if (rate > 1e-12) {
      return level[r] / rate;
    }
    if (rate < -1e-12 && basis[r] < count) {
      return (most[basis[r]] - level[r]) / -rate;
    }
    return Double.POSITIVE_INFINITY;
  }

  private void exchange(int entering, int leaving, boolean leavesAtMost, double move) {
    int out = basis[leaving];
    position[out] = -1;
    if (out < count) {
      atMost[out] = leavesAtMost;
    }
    double from = entering < count && atMost[entering] ? most[entering] : 0;
    basis[leaving] = entering;
    position[entering] = leaving;
    level[leaving] = from + move;
    double pivot = direction[leaving];
    for (int c = 0; c < rows; c++) {
      inverse[leaving][c] /= pivot;
    }
    for (int r = 0; r < rows; r++) {
      double factor = direction[r];
      if (r != leaving && factor != 0) {
        for (int c = 0; c < rows; c++) {
          inverse[r][c] -= factor * inverse[leaving][c];
        }
      }
    }
  }
}
