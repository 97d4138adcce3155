package io.spotwright.packing.binding;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.ArrivalOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The orders of arrival a plan is tried with: all pods mixed, and workload by workload. Each comes
 * with a seed for the scheduler's choice among equals.
 */
record Orders(List<int[]> arrivals, List<Long> seeds) {
  /** Above this many pods one order of each kind must do: a replay takes its time. */
  private static final int MANY_PODS = 20_000;

  /** {@code hurried}: one of each kind, whatever the number of pods. */
  static Orders of(List<Pod> pods, long seed, boolean hurried) {
    List<int[]> arrivals = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    int ofEachKind = hurried ? 1 : ofEachKind(pods.size());
    for (int i = 0; i < ofEachKind; i++) {
      arrivals.add(ArrivalOrder.random(pods.size(), seed * 31 + i));
      arrivals.add(ArrivalOrder.byWorkload(pods, seed * 31 + i));
      seeds.add(seed + 2L * i);
      seeds.add(seed + 2L * i + 1);
    }
    return new Orders(arrivals, seeds);
  }

  private static int ofEachKind(int pods) {
    return pods > MANY_PODS ? 1 : 3;
  }

  /** Seconds that trying a plan may take on a slow core: what to keep of a time limit. */
  static double seconds(int pods) {
    return 1e-5 * pods * ofEachKind(pods);
  }

  int count() {
    return arrivals.size();
  }
}
