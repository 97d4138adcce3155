package io.spotwright.packing.bound;

import io.spotwright.model.Labels;
import io.spotwright.model.PodSpec;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The part of a node's rules that holds in every plan, in whatever order its pods arrive.
 *
 * <p>Anti-affinity and host ports hold between any two pods: of those that own a rule and are its
 * members at most {@code cap} share a node (a row, linear), and a node with an owner has at most
 * {@code cap} members (a condition). Spread is judged when a pod arrives, against the emptiest
 * node: pods that are members without owning the rule may come later, and when every node has a
 * member the cap rises. So spread counts for the pods that own it and are members, and only when
 * other rules need more nodes than there are members: then some node has none.
 */
final class NodeRows {
  /** At most {@code cap} pods of these groups on one node. */
  record Row(BitSet groups, int cap) {}

  /** With an owner on the node, at most {@code cap} members. */
  record Condition(BitSet owners, BitSet members, int cap) {}

  private final Problem problem;
  private final int[] demand;
  private final List<Row> rows = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private boolean leavesOutAffinity;
  private boolean leavesOutSpread;

  /** {@code demand}: pods to be placed per group. */
  NodeRows(Problem problem, int[] demand) {
    this.problem = problem;
    this.demand = demand;
    List<NodeRules.Rule> spreads = new ArrayList<>();
    for (int r = 0; r < problem.rules().count(); r++) {
      NodeRules.Rule rule = problem.rules().rule(r);
      if (rule.needsMember()) {
        leavesOutAffinity = true;
      } else if (mayBeSpread(rule)) {
        spreads.add(rule);
      } else {
        addExclusion(rule);
      }
    }
    long floor = leastNodes();
    spreads.forEach(rule -> addSpread(rule, floor));
  }

  List<Row> rows() {
    return rows;
  }

  List<Condition> conditions() {
    return conditions;
  }

  boolean leavesOutAffinity() {
    return leavesOutAffinity;
  }

  boolean leavesOutSpread() {
    return leavesOutSpread;
  }

  private static BitSet both(NodeRules.Rule rule) {
    BitSet both = (BitSet) rule.owners().clone();
    both.and(rule.members());
    return both;
  }

  private void addExclusion(NodeRules.Rule rule) {
    BitSet both = both(rule);
    if (!both.isEmpty()) {
      rows.add(new Row(both, rule.cap()));
    }
    boolean stated = rule.owners().equals(rule.members());
    if (!stated && !rule.owners().isEmpty() && !rule.members().isEmpty()) {
      conditions.add(new Condition(rule.owners(), rule.members(), rule.cap()));
    }
  }

  /** The rule does not say where it comes from; each of its owners would state the same spread. */
  private boolean mayBeSpread(NodeRules.Rule rule) {
    return rule.owners().stream().allMatch(g -> spreads(spec(g), rule.cap()));
  }

  private static boolean spreads(PodSpec spec, int skew) {
    return spec.topologySpread().stream()
        .anyMatch(spread ->
            spread.doNotSchedule()
                && spread.topologyKey().equals(Labels.HOSTNAME)
                && spread.maxSkew() == skew);
  }

  private PodSpec spec(int group) {
    return problem.example(group).spec();
  }

  /** No plan has fewer nodes. */
  private long leastNodes() {
    return rows.stream()
        .mapToLong(row -> (pods(row.groups) + row.cap - 1) / row.cap)
        .max()
        .orElse(0);
  }

  private long pods(BitSet groups) {
    return groups.stream().mapToLong(g -> demand[g]).sum();
  }

  private void addSpread(NodeRules.Rule rule, long floor) {
    BitSet both = both(rule);
    if (both.isEmpty()) {
      return;
    }
    boolean someNodeHasNone =
        problem.existing().isEmpty()
            && pods(rule.members()) < floor
            && rule.owners().stream().allMatch(g -> seesEveryNode(spec(g)));
    if (someNodeHasNone) {
      rows.add(new Row(both, rule.cap()));
    } else {
      leavesOutSpread = true;
    }
  }

  /** Otherwise the emptiest node may be one that the spread does not look at. */
  private static boolean seesEveryNode(PodSpec spec) {
    return spec.nodeSelector().isEmpty()
        && spec.requiredNodeTerms().isEmpty()
        && spec.topologySpread().stream().noneMatch(spread -> spread.honorNodeTaints());
  }
}
