package io.spotwright.scheduling.replay;

import io.spotwright.model.HostPort;
import io.spotwright.scheduling.compile.ClassRules;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.filter.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter phase: the nodes a pod fits, as many as kube-scheduler looks for. */
final class NodeSearch {
  /** Columns of the feasible nodes found last, and the resource score of each. */
  final int[] feasible;

  final int[] resources;

  private final PodTable pods;
  private final NodeTable nodes;
  private final NodeState state;
  private final CounterState counters;
  private final PlacementAnswer[] answers;
  private final int enough;
  private int start;
  private int[] highest = new int[4];
  private boolean seriesOpen;

  NodeSearch(PodTable pods, NodeTable nodes, NodeState state, CounterState counters) {
    this.pods = pods;
    this.nodes = nodes;
    this.state = state;
    this.counters = counters;
    feasible = new int[nodes.size];
    resources = new int[nodes.size];
    enough = NodeOrder.enough(nodes.size);
    answers = new PlacementAnswer[pods.classCount()];
    for (int c = 0; c < answers.length; c++) {
      answers[c] = nodes.answer(pods.placementOf[c]);
    }
  }

  PlacementAnswer answer(int c) {
    return answers[c];
  }

  void restart() {
    start = 0;
  }

  /** Fills {@link #feasible} for a pod of class {@code c}, moves the start on, returns how many. */
  int find(int c) {
    ClassRules rules = pods.rules[c];
    boolean dynamic = rules.filters() || !pods.portsOf.get(c).isEmpty();
    if (dynamic) {
      prepare(rules);
    }
    int found = scan(c, dynamic, start, nodes.size, 0);
    if (found < 0) {
      return ~found;
    }
    int wrapped = scan(c, dynamic, 0, start, found);
    return wrapped < 0 ? ~wrapped : wrapped;
  }

  /** Looks at columns from..to; the complement of the number found when it is enough. */
  private int scan(int c, boolean dynamic, int from, int to, int found) {
    boolean[] allowed = answers[c].allowed;
    int shape = pods.shapeOf[c];
    int[] kept = state.kept(shape);
    for (int n = from; n < to; n++) {
      if (!allowed[n]) {
        continue;
      }
      int answer = state.answer(kept, shape, n);
      if (answer == NodeState.FULL || (dynamic && blocking(c, n) != null)) {
        continue;
      }
      feasible[found] = n;
      resources[found++] = answer;
      if (found == enough) {
        start = (n + 1) % nodes.size;
        return ~found;
      }
    }
    return found;
  }

  /** What depends on the pod but not on the node. */
  void prepare(ClassRules rules) {
    int[] hard = rules.hard();
    if (highest.length < hard.length) {
      highest = new int[hard.length];
    }
    for (int i = 0; i < hard.length; i++) {
      highest[i] =
          counters.highest(
              hard[i], rules.hardSkew()[i], rules.hardMinDomains()[i], rules.hardSelf()[i]);
    }
    seriesOpen = rules.opensSeries();
    for (int k : rules.affinity()) {
      seriesOpen &= counters.isEmpty(k);
    }
  }

  /** The first rule between pods that keeps the class off the node; after {@link #prepare}. */
  @Nullable Rule blocking(int c, int n) {
    List<HostPort> ports = pods.portsOf.get(c);
    if (!ports.isEmpty() && !state.portsFree(ports, n)) {
      return Rule.HOST_PORT;
    }
    ClassRules rules = pods.rules[c];
    if (breaksSpread(rules.hard(), n)) {
      return Rule.TOPOLOGY_SPREAD;
    }
    if (lacksCompany(rules.affinity(), n)) {
      return Rule.POD_AFFINITY;
    }
    if (meets(rules.anti(), n)) {
      return Rule.POD_ANTI_AFFINITY;
    }
    return meets(rules.existingAnti(), n) ? Rule.EXISTING_ANTI_AFFINITY : null;
  }

  private boolean breaksSpread(int[] hard, int n) {
    for (int i = 0; i < hard.length; i++) {
      if (counters.domains(hard[i]).of()[n] < 0 || counters.at(hard[i], n) > highest[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean lacksCompany(int[] affinity, int n) {
    boolean alone = false;
    for (int k : affinity) {
      if (counters.domains(k).of()[n] < 0) {
        return true;
      }
      alone |= counters.at(k, n) == 0;
    }
    return alone && !seriesOpen;
  }

  private boolean meets(int[] excluded, int n) {
    for (int k : excluded) {
      if (!counters.isEmpty(k) && counters.at(k, n) > 0) {
        return true;
      }
    }
    return false;
  }
}
