package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The best fill of every container for given values. Containers are shared out among threads; each
 * is solved by itself, so the answer does not depend on their number.
 */
final class Pricing {
  /** Sets of pods worth no more than this above the price are not looked for. */
  static final double TOLERANCE = 2e-5;

  private final List<Container> containers;
  private final Knapsack[] workers;
  private final double[] upper;
  private final double[] best;
  private final int[][] fill;
  private final boolean[] cut;

  Pricing(Relaxation problem, int threads) {
    containers = problem.containers();
    workers = new Knapsack[Math.max(1, threads)];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new Knapsack(problem);
    }
    upper = new double[containers.size()];
    best = new double[containers.size()];
    fill = new int[containers.size()][];
    cut = new boolean[containers.size()];
  }

  /** No set of pods that the container holds is worth more. */
  double upper(int container) {
    return upper[container];
  }

  double best(int container) {
    return best[container];
  }

  /** Pods per item of the best set found. */
  int[] fill(int container) {
    return fill[container];
  }

  /** Containers whose best fill is not proven. */
  int cuts() {
    int cuts = 0;
    for (boolean each : cut) {
      cuts += each ? 1 : 0;
    }
    return cuts;
  }

  /**
   * @param slack relative: fills this near to the best suffice
   * @param budget branches to visit per container at most; 0 for upper bounds only
   */
  void solve(double[] values, double slack, long budget, BooleanSupplier stop) {
    AtomicInteger next = new AtomicInteger();
    Thread[] helpers = new Thread[workers.length - 1];
    for (int h = 0; h < helpers.length; h++) {
      Knapsack worker = workers[h + 1];
      helpers[h] =
          new Thread(() -> work(worker, next, values, slack, budget, stop), "bound-" + (h + 1));
      helpers[h].setDaemon(true);
      helpers[h].start();
    }
    work(workers[0], next, values, slack, budget, stop);
    for (Thread helper : helpers) {
      join(helper);
    }
  }

  private void work(
      Knapsack worker,
      AtomicInteger next,
      double[] values,
      double slack,
      long budget,
      BooleanSupplier stop) {
    for (int c = next.getAndIncrement(); c < containers.size(); c = next.getAndIncrement()) {
      Container container = containers.get(c);
      double enough = container.price() * (1 + TOLERANCE);
      long left = stop.getAsBoolean() ? 0 : budget;
      worker.solve(container, values, enough, slack, left, stop);
      upper[c] = worker.upper();
      best[c] = worker.best();
      fill[c] = worker.found().clone();
      cut[c] = worker.wasCut();
    }
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
