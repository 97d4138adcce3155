package io.spotwright.packing.problem;

import io.spotwright.model.NodePool;
import io.spotwright.model.Resources;
import io.spotwright.packing.topology.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges options that are alike into shapes. */
final class ShapeBuilder {
  private record Alike(
      List<Double> capacity, double price, int cell, BitSet groups, int limit, Object usage) {}

  private final List<String> dimensions;
  private final List<Group> groups;
  private final List<Integer> classOfGroup;
  private final StaticFit fit;
  private final boolean limited;
  private final Map<NodePool, Integer> limitOf;

  ShapeBuilder(
      List<String> dimensions,
      List<Group> groups,
      List<Integer> classOfGroup,
      StaticFit fit,
      boolean limited,
      Map<NodePool, Integer> limitOf) {
    this.dimensions = dimensions;
    this.groups = groups;
    this.classOfGroup = classOfGroup;
    this.fit = fit;
    this.limited = limited;
    this.limitOf = limitOf;
  }

  /** All shapes that hold at least one group, by price. */
  List<Shape> shapes(List<Option> options, int[] cellOf) {
    BitSet[] groupsOf = groupsOf(options.size(), cellOf);
    Map<Alike, List<Option>> alike = new LinkedHashMap<>();
    for (int o = 0; o < options.size(); o++) {
      if (groupsOf[o].isEmpty()) {
        continue;
      }
      Option option = options.get(o);
      int limit = option.pool() == null ? 0 : limitOf.getOrDefault(option.pool(), 0);
      Alike key =
          new Alike(
              Arrays.stream(vector(option.allocatable())).boxed().toList(),
              option.price(),
              cellOf[o],
              groupsOf[o],
              limited ? limit : 0,
              limited ? option.offering().size().capacity() : "");
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(option);
    }
    List<Shape> shapes = new ArrayList<>();
    alike.forEach((key, members) ->
        shapes.add(
            new Shape(
                vector(members.getFirst().allocatable()),
                key.price,
                key.cell,
                key.groups,
                key.limit,
                List.copyOf(members))));
    shapes.sort(
        Comparator.comparingDouble(Shape::price)
            .thenComparing(shape -> shape.options().getFirst().offering().size().name()));
    return shapes;
  }

  private BitSet[] groupsOf(int options, int[] cellOf) {
    BitSet[] groupsOf = new BitSet[options];
    for (int o = 0; o < options; o++) {
      groupsOf[o] = new BitSet(groups.size());
    }
    for (int g = 0; g < groups.size(); g++) {
      BitSet fitting = fit.options(classOfGroup.get(g));
      int cell = groups.get(g).cell();
      for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
        if (cell == Cells.ANY || cell == cellOf[o]) {
          groupsOf[o].set(g);
        }
      }
    }
    return groupsOf;
  }

  /** An existing node as a shape of its own. */
  Shape existing(Resources free, int cell, int node) {
    BitSet allowed = new BitSet(groups.size());
    for (int g = 0; g < groups.size(); g++) {
      int wanted = groups.get(g).cell();
      boolean here = wanted == Cells.ANY || wanted == cell;
      allowed.set(g, here && fit.node(classOfGroup.get(g), node));
    }
    return new Shape(vector(free), 0, cell, allowed, 0, List.of());
  }

  private double[] vector(Resources resources) {
    return dimensions.stream().mapToDouble(resources::get).toArray();
  }

  /** The shapes no other shape dominates; of equal ones the first. */
  static List<Shape> undominated(List<Shape> byPrice, boolean limited) {
    List<Shape> kept = new ArrayList<>();
    for (Shape candidate : byPrice) {
      if (kept.stream().noneMatch(better -> better.dominates(candidate, limited))) {
        kept.removeIf(worse -> candidate.dominates(worse, limited));
        kept.add(candidate);
      }
    }
    return kept;
  }
}
