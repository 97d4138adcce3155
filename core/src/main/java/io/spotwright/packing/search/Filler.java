package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.topology.NodeRules;
import java.util.Arrays;

/**
 * Fills one node from a {@link Pool}: repeatedly the pod with the most value for the share it takes
 * of what is left (so that the scarcer resource counts more and all run out together), then
 * exchanges of one pod for another of higher value. O(picks × entries).
 */
public final class Filler {
  /** What a fill costs besides the scans, in the same units. */
  private static final int WORK_PER_FILL = 60;

  private final Problem problem;
  private final Pool pool;
  private final NodeRules rules;
  private final NodeRules.Tally tally;
  private final int extras;
  private final double[] rest;
  private boolean[] allowed = new boolean[0];

  /** Result of the last fill: pods taken per pool entry. */
  public final int[] taken;

  /** Pods counted as work, so that a budget can be kept without a clock. */
  public long work;

  public Filler(Problem problem, Pool pool) {
    this.problem = problem;
    this.pool = pool;
    this.rules = problem.rules();
    this.tally = rules.tally();
    this.extras = problem.dimensions().size() - 3;
    this.rest = new double[problem.dimensions().size()];
    this.taken = new int[problem.groups().size()];
  }

  /** What was taken, per dimension of the last filled node's room. */
  public double used(int dimension, double[] capacity) {
    return capacity[dimension] - rest[dimension];
  }

  public double fill(int shape, double sizeBias, int exchanges) {
    tally.clear();
    return fill(problem.shape(shape), problem.allowed(shape), sizeBias, exchanges);
  }

  double fill(Problem.ExistingNode node, double sizeBias, int exchanges) {
    tally.copyFrom(node.tally());
    boolean[] here = new boolean[problem.groups().size()];
    for (int g = 0; g < here.length; g++) {
      here[g] = node.shape().groups().get(g);
    }
    return fill(node.shape(), here, sizeBias, exchanges);
  }

  private double fill(Shape shape, boolean[] allowed, double sizeBias, int exchanges) {
    this.allowed = allowed;
    work += WORK_PER_FILL;
    System.arraycopy(shape.capacity(), 0, rest, 0, rest.length);
    Arrays.fill(taken, 0, pool.size, 0);
    double value = 0;
    int p;
    while ((p = best(sizeBias)) >= 0) {
      value += pool.value[p] * take(p);
    }
    for (int i = 0; i < exchanges; i++) {
      double gain = exchange();
      if (gain <= 0) {
        break;
      }
      value += gain + topUp();
    }
    return value;
  }

  private int best(double sizeBias) {
    double perCpu = 1 / Math.max(1, rest[Problem.CPU]);
    double perByte = 1 / Math.max(1, rest[Problem.MEMORY]);
    double perSlot = 1 / Math.max(1, rest[Problem.PODS]);
    double bestScore = 0;
    int best = -1;
    work += pool.size;
    for (int p = 0; p < pool.size; p++) {
      if (!fits(p)) {
        continue;
      }
      double cpu = perCpu * pool.cpu[p];
      double memory = perByte * pool.memory[p];
      double most = Math.max(cpu, memory);
      double share = cpu + memory + perSlot * pool.slots[p] + 0.5 * most;
      // Rather the larger of two equally dear pods: small ones fill the gaps later.
      double score = pool.value[p] / share * (1 + sizeBias * most);
      if (score > bestScore && mayJoin(p)) {
        bestScore = score;
        best = p;
      }
    }
    return best;
  }

  private boolean fits(int p) {
    return taken[p] < pool.most[p]
        && pool.cpu[p] <= rest[Problem.CPU]
        && pool.memory[p] <= rest[Problem.MEMORY]
        && pool.slots[p] <= rest[Problem.PODS];
  }

  private boolean mayJoin(int p) {
    int g = pool.group[p];
    return allowed[g] && (extras == 0 || extrasFit(g)) && (!rules.concern(g) || tally.room(g) > 0);
  }

  private boolean extrasFit(int g) {
    double[] request = problem.group(g).request();
    for (int d = 3; d < rest.length; d++) {
      if (request[d] > rest[d]) {
        return false;
      }
    }
    return true;
  }

  /** Takes one pod, or while there is room for many a part of them at once. */
  private int take(int p) {
    int g = pool.group[p];
    double room = rest[Problem.PODS] / Math.max(1, pool.slots[p]);
    if (pool.cpu[p] > 0) {
      room = Math.min(room, rest[Problem.CPU] / pool.cpu[p]);
    }
    if (pool.memory[p] > 0) {
      room = Math.min(room, rest[Problem.MEMORY] / pool.memory[p]);
    }
    double[] request = problem.group(g).request();
    for (int d = 3; d < rest.length; d++) {
      if (request[d] > 0) {
        room = Math.min(room, rest[d] / request[d]);
      }
    }
    int pods = (int) Math.max(1, Math.min(room / 6, pool.most[p] - taken[p]));
    if (rules.concern(g)) {
      pods = Math.min(pods, tally.room(g));
    }
    move(p, pods);
    return pods;
  }

  private void move(int p, int pods) {
    int g = pool.group[p];
    taken[p] += pods;
    double[] request = problem.group(g).request();
    for (int d = 0; d < rest.length; d++) {
      rest[d] -= pods * request[d];
    }
    if (rules.concern(g)) {
      tally.add(g, pods);
    }
  }

  /** Swaps the pair of pods that gains most value; returns the gain, 0 when there is none. */
  private double exchange() {
    double bestGain = 1e-12;
    int bestOut = -1;
    int bestIn = -1;
    for (int out = 0; out < pool.size; out++) {
      if (taken[out] == 0 || rules.concern(pool.group[out])) {
        continue;
      }
      double cpu = rest[Problem.CPU] + pool.cpu[out];
      double memory = rest[Problem.MEMORY] + pool.memory[out];
      double slots = rest[Problem.PODS] + pool.slots[out];
      double base = pool.value[out] + bestGain;
      work += pool.size;
      for (int in = 0; in < pool.size; in++) {
        if (pool.value[in] > base
            && taken[in] < pool.most[in]
            && pool.cpu[in] <= cpu
            && pool.memory[in] <= memory
            && pool.slots[in] <= slots
            && mayReplace(in, out)) {
          base = pool.value[in];
          bestGain = base - pool.value[out];
          bestOut = out;
          bestIn = in;
        }
      }
    }
    if (bestOut < 0) {
      return 0;
    }
    move(bestOut, -1);
    move(bestIn, 1);
    return bestGain;
  }

  private boolean mayReplace(int in, int out) {
    int g = pool.group[in];
    if (!allowed[g] || rules.concern(g)) {
      return false;
    }
    double[] request = problem.group(g).request();
    double[] leaving = problem.group(pool.group[out]).request();
    for (int d = 3; d < rest.length; d++) {
      if (request[d] > rest[d] + leaving[d]) {
        return false;
      }
    }
    return true;
  }

  private double topUp() {
    double gained = 0;
    while (true) {
      int best = -1;
      double bestValue = 0;
      for (int p = 0; p < pool.size; p++) {
        if (pool.value[p] > bestValue && fits(p) && mayJoin(p)) {
          bestValue = pool.value[p];
          best = p;
        }
      }
      if (best < 0) {
        return gained;
      }
      move(best, 1);
      gained += bestValue;
    }
  }

  /** Makes the last fill a node, taking its pods out of the pool. */
  public Bin commit(int shape, double[] capacity) {
    int entries = 0;
    for (int p = 0; p < pool.size; p++) {
      entries += taken[p] > 0 ? 1 : 0;
    }
    int[] groups = new int[entries];
    int[] counts = new int[entries];
    double value = 0;
    int at = 0;
    for (int p = 0; p < pool.size; p++) {
      if (taken[p] > 0) {
        groups[at] = pool.group[p];
        counts[at++] = taken[p];
        value += taken[p] * pool.value[p];
      }
    }
    double[] used = new double[rest.length];
    for (int d = 0; d < used.length; d++) {
      used[d] = capacity[d] - rest[d];
    }
    pool.remove(taken);
    return new Bin(shape, groups, counts, used, value);
  }
}
