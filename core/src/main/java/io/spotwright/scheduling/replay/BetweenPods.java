package io.spotwright.scheduling.replay;

import io.spotwright.model.HostPort;
import io.spotwright.scheduling.compile.ClassRules;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.filter.Rule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters that depend on the pods already bound, prepared for one pod and asked node by node.
 */
final class BetweenPods {
  private static final int[] UNCOUNTED = {};

  private final PodTable pods;
  private final NodeState state;
  private final CounterState counters;

  private List<HostPort> ports = List.of();
  private boolean seriesOpen;
  private final Counted hard = new Counted();
  private final Counted company = new Counted();
  private final Counted excluded = new Counted();
  private int[] highest = new int[4];
  private int ownExclusions;

  /** Counters opened up: per counter the domain of each node and the count of each domain. */
  private static final class Counted {
    private int[][] domain = new int[4][];
    private int[][] counts = new int[4][];
    private int size;

    void add(int[] of, int @Nullable [] count) {
      if (size == domain.length) {
        domain = Arrays.copyOf(domain, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      domain[size] = of;
      counts[size++] = count == null ? UNCOUNTED : count;
    }

    /** How many pods the counter found in the node's domain; -1 without a domain. */
    int at(int i, int n) {
      int d = domain[i][n];
      return d < 0 ? -1 : counts[i].length == 0 ? 0 : counts[i][d];
    }
  }

  BetweenPods(PodTable pods, NodeState state, CounterState counters) {
    this.pods = pods;
    this.state = state;
    this.counters = counters;
  }

  /** Prepares for a class; whether anything can keep its pod off some node. */
  boolean prepare(int c) {
    ClassRules rules = pods.rules[c];
    ports = pods.portsOf.get(c);
    hard.size = 0;
    company.size = 0;
    excluded.size = 0;
    if (!rules.filters()) {
      return !ports.isEmpty();
    }
    prepareSpread(rules);
    seriesOpen = rules.opensSeries();
    for (int k : rules.affinity()) {
      company.add(counters.domains(k).of(), counters.counts(k));
      seriesOpen &= counters.isEmpty(k);
    }
    exclude(rules.anti());
    ownExclusions = excluded.size;
    exclude(rules.existingAnti());
    return hard.size + company.size + excluded.size > 0 || !ports.isEmpty();
  }

  private void prepareSpread(ClassRules rules) {
    int[] constraints = rules.hard();
    if (highest.length < constraints.length) {
      highest = new int[constraints.length];
    }
    for (int i = 0; i < constraints.length; i++) {
      int k = constraints[i];
      highest[i] =
          counters.highest(k, rules.hardSkew()[i], rules.hardMinDomains()[i], rules.hardSelf()[i]);
      hard.add(counters.domains(k).of(), counters.counts(k));
    }
  }

  private void exclude(int[] whom) {
    for (int k : whom) {
      if (!counters.isEmpty(k)) {
        excluded.add(counters.domains(k).of(), counters.counts(k));
      }
    }
  }

  /** The first rule that keeps the prepared pod off the node. */
  @Nullable Rule blocking(int n) {
    if (!ports.isEmpty() && !state.portsFree(ports, n)) {
      return Rule.HOST_PORT;
    }
    for (int i = 0; i < hard.size; i++) {
      int count = hard.at(i, n);
      if (count < 0 || count > highest[i]) {
        return Rule.TOPOLOGY_SPREAD;
      }
    }
    if (lacksCompany(n)) {
      return Rule.POD_AFFINITY;
    }
    for (int i = 0; i < excluded.size; i++) {
      if (excluded.at(i, n) > 0) {
        return i < ownExclusions ? Rule.POD_ANTI_AFFINITY : Rule.EXISTING_ANTI_AFFINITY;
      }
    }
    return null;
  }

  private boolean lacksCompany(int n) {
    boolean alone = false;
    for (int i = 0; i < company.size; i++) {
      int count = company.at(i, n);
      if (count < 0) {
        return true;
      }
      alone |= count == 0;
    }
    return alone && !seriesOpen;
  }
}
