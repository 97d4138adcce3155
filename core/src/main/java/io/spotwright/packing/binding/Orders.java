package io.spotwright.packing.binding;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.ArrivalOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The orders of arrival a plan is tried with: all pods mixed, and workload by workload. Each comes with
 * a seed for the scheduler's choice among equals.
 */
record Orders(List<int[]> arrivals, List<Long> seeds) {
  private static final int OF_EACH_KIND = 3;

  static Orders of(List<Pod> pods, long seed) {
    List<int[]> arrivals = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    for (int i = 0; i < OF_EACH_KIND; i++) {
      arrivals.add(ArrivalOrder.random(pods.size(), seed * 31 + i));
      arrivals.add(ArrivalOrder.byWorkload(pods, seed * 31 + i));
      seeds.add(seed + 2L * i);
      seeds.add(seed + 2L * i + 1);
    }
    return new Orders(arrivals, seeds);
  }

  int count() {
    return arrivals.size();
  }
}
