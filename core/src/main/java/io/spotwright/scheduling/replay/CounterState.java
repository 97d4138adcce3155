package io.spotwright.scheduling.replay;

import io.spotwright.scheduling.compile.ClassRules;
import io.spotwright.scheduling.compile.CounterSpec;
import io.spotwright.scheduling.compile.PodTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The counters' values on one node list while pods are bound. */
final class CounterState {
  private final NodeTable nodes;
  private final PodTable pods;
  private final Domains[] domains;
  private final boolean[][] eligible;
  private final int[] @Nullable [] counts;
  private final int[] total;

  /** Spread constraints that forbid also need the least count over the eligible domains. */
  private final boolean[] @Nullable [] eligibleDomains;

  private final int[] eligibleCount;
  private final int[] least;
  private final int[] atLeast;

  CounterState(NodeTable nodes, PodTable pods) {
    this.nodes = nodes;
    this.pods = pods;
    int size = pods.counters.size();
    domains = new Domains[size];
    eligible = new boolean[size][];
    for (int k = 0; k < size; k++) {
      CounterSpec spec = pods.counters.list.get(k);
      domains[k] = nodes.domains(spec.key());
      eligible[k] = nodes.eligible(spec.eligibility());
    }
    counts = new int[size][];
    total = new int[size];
    eligibleDomains = new boolean[size][];
    eligibleCount = new int[size];
    least = new int[size];
    atLeast = new int[size];
  }

  void clear() {
    for (int[] row : counts) {
      if (row != null) {
        Arrays.fill(row, 0);
      }
    }
    Arrays.fill(total, 0);
    Arrays.fill(least, 0);
    System.arraycopy(eligibleCount, 0, atLeast, 0, atLeast.length);
  }

  void count(int[] counters, int n) {
    for (int k : counters) {
      int domain = domains[k].of()[n];
      if (domain >= 0 && eligible[k][n]) {
        int before = row(k)[domain]++;
        total[k]++;
        if (eligibleDomains[k] != null && before == least[k] && --atLeast[k] == 0) {
          raise(k);
        }
      }
    }
  }

  private int[] row(int k) {
    int[] row = counts[k];
    if (row == null) {
      row = new int[domains[k].count()];
      counts[k] = row;
    }
    return row;
  }

  /** Every domain has more than the least of before: finds the new least. */
  private void raise(int k) {
    boolean[] domain = eligibleDomains(k);
    int[] row = row(k);
    int lowest = Integer.MAX_VALUE;
    int number = 0;
    for (int d = 0; d < row.length; d++) {
      if (domain[d] && row[d] <= lowest) {
        number = row[d] == lowest ? number + 1 : 1;
        lowest = row[d];
      }
    }
    least[k] = lowest;
    atLeast[k] = number;
  }

  private boolean[] eligibleDomains(int k) {
    boolean[] mask = eligibleDomains[k];
    if (mask == null) {
      mask = new boolean[domains[k].count()];
      for (int n = 0; n < nodes.size; n++) {
        int domain = domains[k].of()[n];
        if (domain >= 0 && eligible[k][n] && !mask[domain]) {
          mask[domain] = true;
          eligibleCount[k]++;
        }
      }
      eligibleDomains[k] = mask;
    }
    return mask;
  }

  /** Prepares the counters of spread constraints that forbid; before the first {@link #clear}. */
  void trackLeast() {
    for (ClassRules rules : pods.rules) {
      for (int k : rules.hard()) {
        eligibleDomains(k);
      }
    }
  }

  /** The count a domain may have before one more pod exceeds the skew. */
  int highest(int k, int maxSkew, int minDomains, int self) {
    int lowest = eligibleCount[k] < minDomains ? 0 : least[k];
    return lowest + maxSkew - self;
  }

  boolean isEmpty(int k) {
    return total[k] == 0;
  }

  Domains domains(int k) {
    return domains[k];
  }

  /** Counts by domain; {@code null} when nothing has been counted yet. */
  int @Nullable [] counts(int k) {
    return total[k] == 0 ? null : counts[k];
  }
}
