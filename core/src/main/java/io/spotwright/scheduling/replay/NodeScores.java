package io.spotwright.scheduling.replay;

import io.spotwright.scheduling.compile.ClassRules;
import io.spotwright.scheduling.compile.CounterSpec;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.score.Normalize;
import io.spotwright.scheduling.score.Weights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The score phase: adds each plugin's weighted, normalised score of the feasible nodes. */
final class NodeScores {
  private final PodTable pods;
  private final NodeTable nodes;
  private final CounterState counters;
  private final double[] spread;
  private final long[] raw;
  private int[] seen = new int[8];
  private int stamp;

  NodeScores(PodTable pods, NodeTable nodes, CounterState counters) {
    this.pods = pods;
    this.nodes = nodes;
    this.counters = counters;
    spread = new double[nodes.size];
    raw = new long[nodes.size];
  }

  /** Untolerated soft taints and preferred node affinity. */
  void addPlacement(PlacementAnswer answer, int[] feasible, int size, int[] into) {
    if (!answer.scores) {
      add(into, size, Weights.TAINT_TOLERATION * Weights.MAX);
      return;
    }
    int mostTaints = 0;
    int mostPreferred = 0;
    for (int i = 0; i < size; i++) {
      mostTaints = Math.max(mostTaints, answer.softTaints[feasible[i]]);
      mostPreferred = Math.max(mostPreferred, answer.preferred[feasible[i]]);
    }
    for (int i = 0; i < size; i++) {
      int n = feasible[i];
      into[i] +=
          Weights.TAINT_TOLERATION * Normalize.reversed(answer.softTaints[n], mostTaints)
              + Weights.NODE_AFFINITY * Normalize.direct(answer.preferred[n], mostPreferred);
    }
  }

  /** Spread constraints that only score. */
  void addSpread(int c, int[] feasible, int size, int[] into) {
    ClassRules rules = pods.rules[c];
    if (rules.soft().length == 0) {
      return;
    }
    if (nothingToSpread(rules)) {
      add(into, size, Weights.TOPOLOGY_SPREAD * Weights.MAX);
      return;
    }
    boolean[] scored = rules.softEligibility() < 0 ? null : nodes.eligible(rules.softEligibility());
    Arrays.fill(spread, 0, size, 0);
    for (int j = 0; j < rules.soft().length; j++) {
      int k = rules.soft()[j];
      double weight = Normalize.domainWeight(domainsAmong(k, feasible, size, scored));
      weigh(k, weight, rules.softSkew()[j] - 1, feasible, size);
    }
    normaliseSpread(feasible, size, scored, into);
  }

  /** No pod counted yet and every node in a domain: all nodes score alike. */
  private boolean nothingToSpread(ClassRules rules) {
    for (int k : rules.soft()) {
      if (!counters.isEmpty(k) || !counters.domains(k).complete()) {
        return false;
      }
    }
    return true;
  }

  private void weigh(int k, double weight, int skew, int[] feasible, int size) {
    int[] domain = counters.domains(k).of();
    int[] counts = counters.counts(k);
    for (int i = 0; i < size; i++) {
      int d = domain[feasible[i]];
      if (d >= 0) {
        spread[i] += (counts == null ? 0 : counts[d] * weight) + skew;
      }
    }
  }

  /** Domains of a counter among the scored feasible nodes; a missing label is one of its own. */
  private int domainsAmong(int k, int[] feasible, int size, boolean @Nullable [] scored) {
    Domains domains = counters.domains(k);
    boolean byNode = pods.counters.list.get(k).key().equals(CounterSpec.BY_NODE);
    if (byNode && scored == null) {
      return size;
    }
    if (seen.length <= domains.count()) {
      seen = new int[domains.count() * 2];
    }
    stamp++;
    int most = domains.count() + (domains.complete() ? 0 : 1);
    int number = 0;
    for (int i = 0; i < size && number < most; i++) {
      int d = domains.of()[feasible[i]] + 1;
      if ((scored == null || scored[feasible[i]]) && seen[d] != stamp) {
        seen[d] = stamp;
        number++;
      }
    }
    return number;
  }

  private void normaliseSpread(int[] feasible, int size, boolean @Nullable [] scored, int[] into) {
    int min = Integer.MAX_VALUE;
    int max = 0;
    for (int i = 0; i < size; i++) {
      int score = (int) (spread[i] + 0.5);
      if (scored == null || scored[feasible[i]]) {
        min = Math.min(min, score);
        max = Math.max(max, score);
      }
    }
    for (int i = 0; i < size; i++) {
      if (scored == null || scored[feasible[i]]) {
        into[i] += Weights.TOPOLOGY_SPREAD * Normalize.spread((int) (spread[i] + 0.5), min, max);
      }
    }
  }

  /** Preferred inter-pod affinity, the pod's own and that of bound pods towards it. */
  void addPodAffinity(int c, int[] feasible, int size, int[] into) {
    ClassRules rules = pods.rules[c];
    if (allEmpty(rules.score())) {
      return;
    }
    Arrays.fill(raw, 0, size, 0);
    for (int j = 0; j < rules.score().length; j++) {
      attract(rules.score()[j], rules.scoreWeight()[j], feasible, size);
    }
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      min = Math.min(min, raw[i]);
      max = Math.max(max, raw[i]);
    }
    if (min == max) {
      return;
    }
    for (int i = 0; i < size; i++) {
      into[i] += Weights.POD_AFFINITY * Normalize.affinity(raw[i], min, max);
    }
  }

  private void attract(int k, int weight, int[] feasible, int size) {
    int[] counts = counters.counts(k);
    if (counts == null) {
      return;
    }
    int[] domain = counters.domains(k).of();
    for (int i = 0; i < size; i++) {
      int d = domain[feasible[i]];
      if (d >= 0) {
        raw[i] += (long) weight * counts[d];
      }
    }
  }

  private boolean allEmpty(int[] counted) {
    for (int k : counted) {
      if (!counters.isEmpty(k)) {
        return false;
      }
    }
    return true;
  }

  private static void add(int[] into, int size, int amount) {
    for (int i = 0; i < size; i++) {
      into[i] += amount;
    }
  }
}
