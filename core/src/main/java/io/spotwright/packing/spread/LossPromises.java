package io.spotwright.packing.spread;

import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import io.spotwright.packing.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * How many pods may be lost together: one promise per disruption budget, over all pods it selects,
 * and one per workload that no budget selects, which keeps at least half of its replicas.
 */
final class LossPromises {
  private final List<String> names = new ArrayList<>();
  private final List<Integer> replicas = new ArrayList<>();
  private final List<Integer> mayLose = new ArrayList<>();
  private final List<BitSet> groupsOf = new ArrayList<>();
  private final List<Set<Pod>> boundOf = new ArrayList<>();
  private final int[][] promisesOf;

  /** No promises at all. */
  LossPromises(Problem problem) {
    promisesOf = new int[problem.groups().size()][0];
  }

  /**
   * @param left pods per group that no node takes: they are not there to be lost
   */
  LossPromises(Problem problem, Observation observation, int[] left) {
    BitSet covered = new BitSet();
    for (DisruptionBudget budget : observation.disruptionBudgets()) {
      covered.or(
          add(
              "budget " + budget.namespace() + "/" + budget.name(),
              problem,
              observation,
              left,
              pod -> selects(budget, pod),
              count -> count - budget.mustStay(count)));
    }
    addUncovered(problem, observation, left, covered);
    promisesOf = byGroup(problem.groups().size());
  }

  private int[][] byGroup(int groups) {
    int[] counts = new int[groups];
    groupsOf.forEach(members -> members.stream().forEach(g -> counts[g]++));
    int[][] byGroup = new int[groups][];
    for (int g = 0; g < groups; g++) {
      byGroup[g] = new int[counts[g]];
    }
    for (int p = 0; p < names.size(); p++) {
      int promise = p;
      groupsOf.get(p).stream().forEach(g -> byGroup[g][--counts[g]] = promise);
    }
    return byGroup;
  }

  private static boolean selects(DisruptionBudget budget, Pod pod) {
    return budget.namespace().equals(pod.namespace())
        && budget.selector() != null
        && budget.selector().matches(pod.spec().labels());
  }

  private void addUncovered(Problem problem, Observation observation, int[] left, BitSet covered) {
    Map<Workload, BitSet> uncovered = new HashMap<>();
    List<Workload> order = new ArrayList<>();
    for (int g = 0; g < problem.groups().size(); g++) {
      Workload workload = problem.example(g).workload();
      if (!uncovered.containsKey(workload)) {
        uncovered.put(workload, new BitSet());
        order.add(workload);
      }
      uncovered.get(workload).set(g);
    }
    Map<Workload, List<Pod>> bound = new HashMap<>();
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        bound.computeIfAbsent(pod.workload(), key -> new ArrayList<>()).add(pod);
      }
    }
    for (Workload workload : order) {
      BitSet own = Objects.requireNonNull(uncovered.get(workload));
      if (!own.intersects(covered)) {
        List<Pod> there = bound.getOrDefault(workload, List.of());
        int count = there.size();
        for (int g : own.stream().toArray()) {
          count += problem.group(g).count() - left[g];
        }
        put(workload.toString(), uncovered.get(workload), there, count, count / 2);
      }
    }
  }

  /** Returns the groups with a pod that is selected. */
  private BitSet add(
      String name,
      Problem problem,
      Observation observation,
      int[] left,
      Predicate<Pod> selected,
      IntUnaryOperator budget) {
    BitSet groups = new BitSet();
    int count = 0;
    for (int g = 0; g < problem.groups().size(); g++) {
      int pods = (int) problem.group(g).pods().stream().filter(selected).count();
      if (pods > 0) {
        groups.set(g);
        count += Math.max(0, pods - left[g]);
      }
    }
    List<Pod> bound = new ArrayList<>();
    for (Node node : observation.nodes()) {
      node.pods().stream().filter(selected).forEach(bound::add);
    }
    count += bound.size();
    if (!groups.isEmpty()) {
      put(name, groups, bound, count, Math.max(0, budget.applyAsInt(count)));
    }
    return groups;
  }

  private void put(String name, BitSet groups, List<Pod> bound, int count, int lose) {
    names.add(name);
    groupsOf.add(groups);
    Set<Pod> identical = Collections.newSetFromMap(new IdentityHashMap<>());
    identical.addAll(bound);
    boundOf.add(identical);
    replicas.add(count);
    mayLose.add(lose);
  }

  int count() {
    return names.size();
  }

  String name(int promise) {
    return names.get(promise);
  }

  int replicas(int promise) {
    return replicas.get(promise);
  }

  int mayLose(int promise) {
    return mayLose.get(promise);
  }

  BitSet groups(int promise) {
    return groupsOf.get(promise);
  }

  /** Whether the promise counts a pod that is on a node already. */
  boolean countsBound(int promise, Pod pod) {
    return boundOf.get(promise).contains(pod);
  }

  /** The promises that count pods of the group. */
  int[] of(int group) {
    return promisesOf[group];
  }
}
