package io.spotwright.packing.topology;

import io.spotwright.packing.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rules among the pods of one node: hostname anti-affinity, hostname spread, host ports, hostname
 * affinity.
 *
 * <p>A rule with a cap says: on a node that holds a pod of an owner, at most {@code cap} pods are
 * members. For spread this is the constraint with the least count over all nodes taken as 0, which
 * is what it is whenever any node lacks such a pod; unlike the API's wording it holds in every
 * order of arrival. A rule that needs a partner says: an owner may only join a node that holds a
 * member.
 */
public final class NodeRules {
  /** Bit sets are over groups; {@code kind} is what people know the rule as. */
  public record Rule(
      BitSet owners, BitSet members, int cap, boolean needsMember, Reason.Kind kind) {}

  private final Rule[] rules;
  private final int[][] rulesOf;
  private final int[] units;

  /** {@code units}: per group how many pods are packed as one. */
  public NodeRules(List<Rule> rules, int[] units) {
    this.rules = rules.toArray(Rule[]::new);
    this.units = units.clone();
    List<BitSet> of = new ArrayList<>();
    for (int g = 0; g < units.length; g++) {
      of.add(new BitSet());
    }
    for (int r = 0; r < this.rules.length; r++) {
      int rule = r;
      this.rules[r].owners.stream().forEach(g -> of.get(g).set(rule));
      this.rules[r].members.stream().forEach(g -> of.get(g).set(rule));
    }
    this.rulesOf = of.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
  }

  public int count() {
    return rules.length;
  }

  public Rule rule(int r) {
    return rules[r];
  }

  /** The rules in which the group is owner or member. */
  public int[] of(int group) {
    return rulesOf[group];
  }

  public boolean concern(int group) {
    return rulesOf[group].length > 0;
  }

  /** The most pods of the group one otherwise empty node may hold. */
  public int capPerNode(int group) {
    int cap = Integer.MAX_VALUE;
    for (int r : rulesOf[group]) {
      Rule rule = rules[r];
      if (!rule.needsMember && rule.owners.get(group) && rule.members.get(group)) {
        cap = Math.min(cap, rule.cap / units[group]);
      }
    }
    return cap;
  }

  /** Who is on a node while it is being filled. */
  public final class Tally {
    private final int[] members = new int[rules.length];
    private final int[] owners = new int[rules.length];

    public void clear() {
      Arrays.fill(members, 0);
      Arrays.fill(owners, 0);
    }

    public void copyFrom(Tally other) {
      System.arraycopy(other.members, 0, members, 0, members.length);
      System.arraycopy(other.owners, 0, owners, 0, owners.length);
    }

    public void add(int group, int count) {
      int pods = count * units[group];
      for (int r : rulesOf[group]) {
        if (rules[r].members.get(group)) {
          members[r] += pods;
        }
        if (rules[r].owners.get(group)) {
          owners[r] += pods;
        }
      }
    }

    /** A pod that is on the node already and belongs to no group. */
    public void addBound(int rule, boolean owner, boolean member) {
      members[rule] += member ? 1 : 0;
      owners[rule] += owner ? 1 : 0;
    }

    /** How many more pods of the group, or units where pods are packed as one, the rules let in. */
    public int room(int group) {
      int room = Integer.MAX_VALUE;
      for (int r : rulesOf[group]) {
        Rule rule = rules[r];
        boolean owner = rule.owners.get(group);
        boolean member = rule.members.get(group);
        if (rule.needsMember) {
          if (owner && members[r] == 0) {
            return 0;
          }
        } else if (member && (owner || owners[r] > 0)) {
          room = Math.min(room, (rule.cap - members[r]) / units[group]);
        } else if (owner && members[r] > rule.cap) {
          return 0;
        }
      }
      return Math.max(0, room);
    }

    /** Whether one pod of the group may leave without stranding another that needs it. */
    public boolean mayLeave(int group) {
      for (int r : rulesOf[group]) {
        if (rules[r].needsMember && rules[r].members.get(group) && owners[r] > 0) {
          return false;
        }
      }
      return true;
    }
  }

  public Tally tally() {
    return new Tally();
  }
}
