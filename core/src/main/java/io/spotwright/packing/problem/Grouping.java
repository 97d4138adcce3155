package io.spotwright.packing.problem;

import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.topology.DomainAssignment;
import io.spotwright.packing.topology.NodeRuleSet;
import io.spotwright.packing.topology.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges classes, or the parts of them bound for one cell, that are alike for packing. */
final class Grouping {
  private record Alike(
      List<Double> request,
      BitSet options,
      BitSet nodes,
      int cell,
      BitSet rules,
      int unit,
      Object owner) {}

  private final StaticFit fit;
  private final NodeRuleSet rules;
  private final List<String> dimensions;
  private final boolean perWorkload;
  private final Map<Alike, Group> known = new LinkedHashMap<>();
  final List<Group> groups = new ArrayList<>();

  /** Of the first class that went into it, per group. */
  final List<Integer> classOfGroup = new ArrayList<>();

  /** {@code perWorkload}: whether pods of different workloads stay apart. */
  Grouping(StaticFit fit, NodeRuleSet rules, List<String> dimensions, boolean perWorkload) {
    this.fit = fit;
    this.rules = rules;
    this.dimensions = dimensions;
    this.perWorkload = perWorkload;
  }

  void add(DomainAssignment.Piece piece) {
    PodClass podClass = piece.podClass();
    Resources request = podClass.request();
    double[] vector = dimensions.stream().mapToDouble(request::get).toArray();
    for (List<Pod> pods : split(piece)) {
      Alike alike =
          new Alike(
              Arrays.stream(vector).boxed().toList(),
              fit.options(podClass.id()),
              fit.nodes(podClass.id()),
              piece.cell(),
              rules.signature(podClass.id()),
              podClass.unit(),
              perWorkload ? pods.getFirst().workload() : "");
      Group group = known.get(alike);
      if (group == null) {
        group = new Group(vector, piece.cell(), new ArrayList<>(), podClass.unit());
        known.put(alike, group);
        groups.add(group);
        classOfGroup.add(podClass.id());
      }
      group.pods().addAll(pods);
    }
  }

  /** Pool safety counts replicas, so there each workload's pods stay a group of their own. */
  private Collection<List<Pod>> split(DomainAssignment.Piece piece) {
    if (!perWorkload || piece.podClass().isWhole()) {
      return List.of(piece.pods());
    }
    Map<Object, List<Pod>> byWorkload = new LinkedHashMap<>();
    for (Pod pod : piece.pods()) {
      byWorkload.computeIfAbsent(pod.workload(), key -> new ArrayList<>()).add(pod);
    }
    return byWorkload.values();
  }

  int[] units() {
    return groups.stream().mapToInt(Group::unit).toArray();
  }
}
