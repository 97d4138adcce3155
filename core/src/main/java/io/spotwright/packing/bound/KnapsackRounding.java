package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;

/**
 * A good fill from the relaxation's: its whole parts, then whatever is worth most for its weight,
 * then exchanges of one pod for a dearer one. On nodes with many small pods this comes close to the
 * relaxation at once, where branching would get lost among equals.
 */
final class KnapsackRounding {
  private static final int MOST_EXCHANGES = 12;

  private final double[][] request;
  private final KnapsackConditions conditions;
  private final double[] rest;
  private final int[] pods;
  private int[] order = new int[0];
  private int count;
  private double[] value = new double[0];
  private int[] most = new int[0];

  KnapsackRounding(Relaxation problem) {
    request = problem.request();
    conditions = new KnapsackConditions(problem);
    rest = new double[problem.rowCount()];
    pods = new int[problem.items()];
  }

  /** Pods per item of the last fill. */
  int[] pods() {
    return pods;
  }

  /**
   * @param order the {@code count} items that take part, the densest first
   * @param level per item of the relaxation
   * @return what the fill is worth
   */
  double fill(Container container, int[] order, int count, double[] values, double[] level) {
    this.order = order;
    this.count = count;
    value = values;
    most = container.most();
    System.arraycopy(container.capacity(), 0, rest, 0, rest.length);
    java.util.Arrays.fill(pods, 0);
    conditions.clear();
    for (int k = 0; k < count; k++) {
      int item = order[k];
      move(item, (int) Math.min(Math.floor(level[item] + 1e-9), room(item)));
    }
    topUp();
    for (int i = 0; i < MOST_EXCHANGES && exchange(); i++) {
      topUp();
    }
    double worth = 0;
    for (int k = 0; k < count; k++) {
      worth += pods[order[k]] * value[order[k]];
    }
    return worth;
  }

  private void topUp() {
    for (int k = 0; k < count; k++) {
      int item = order[k];
      if (fits(item, -1) && pods[item] < most[item]) {
        move(item, room(item));
      }
    }
  }

  private boolean exchange() {
    double bestGain = 1e-12;
    int bestOut = -1;
    int bestIn = -1;
    for (int o = 0; o < count; o++) {
      int out = order[o];
      if (pods[out] == 0) {
        continue;
      }
      for (int k = 0; k < count; k++) {
        int in = order[k];
        boolean better = value[in] - value[out] > bestGain && pods[in] < most[in];
        if (better && fits(in, out) && allowed(in, out)) {
          bestGain = value[in] - value[out];
          bestOut = out;
          bestIn = in;
        }
      }
    }
    if (bestOut < 0) {
      return false;
    }
    move(bestOut, -1);
    move(bestIn, 1);
    return true;
  }

  private boolean allowed(int in, int out) {
    if (!conditions.concern(in)) {
      return true;
    }
    conditions.add(out, -1);
    boolean allowed = conditions.room(in) > 0;
    conditions.add(out, 1);
    return allowed;
  }

  private boolean fits(int in, int out) {
    double[] wanted = request[in];
    for (int r = 0; r < rest.length; r++) {
      if (wanted[r] > rest[r] + (out < 0 ? 0 : request[out][r])) {
        return false;
      }
    }
    return true;
  }

  private int room(int item) {
    double[] own = request[item];
    double room = Math.min(most[item] - pods[item], conditions.room(item));
    for (int r = 0; r < rest.length; r++) {
      if (own[r] > 0) {
        room = Math.min(room, Math.floor(rest[r] / own[r]));
      }
    }
    return (int) Math.max(0, room);
  }

  private void move(int item, int count) {
    if (count == 0) {
      return;
    }
    pods[item] += count;
    double[] own = request[item];
    for (int r = 0; r < rest.length; r++) {
      rest[r] -= count * own[r];
    }
    conditions.add(item, count);
  }
}
