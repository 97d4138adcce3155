package io.spotwright.packing.problem;

import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.packing.Unplaced;
import io.spotwright.packing.topology.NodeRules;
import io.spotwright.packing.topology.Settlement;
import java.util.List;

/**
 * What to pack, in dense form: groups of pods, shapes of nodes, and the rules between them.
 * Everything that concerns zones and other domains is already decided: a group is tied to its cell.
 */
public final class Problem {
  /** Dimensions that every problem has, in this order; further resources follow. */
  public static final int CPU = 0;

  public static final int MEMORY = 1;
  public static final int PODS = 2;

  private final List<String> dimensions;
  private final List<Group> groups;
  private final List<Shape> shapes;
  private final List<Shape> alternatives;
  private final NodeRules rules;
  private final Limits limits;
  private final List<ExistingNode> existing;
  private final List<Unplaced> unplaceable;
  private final Settlement settlement;
  private final boolean[][] allowed;

  /**
   * A node that exists: free room, groups allowed, and what its bound pods mean for the rules.
   *
   * @param shape as of a shape with price 0
   */
  public record ExistingNode(Node node, Shape shape, NodeRules.Tally tally) {}

  Problem(
      List<String> dimensions,
      List<Group> groups,
      List<Shape> shapes,
      List<Shape> alternatives,
      NodeRules rules,
      Limits limits,
      List<ExistingNode> existing,
      List<Unplaced> unplaceable,
      Settlement settlement) {
    this.settlement = settlement;
    this.dimensions = List.copyOf(dimensions);
    this.groups = List.copyOf(groups);
    this.shapes = List.copyOf(shapes);
    this.alternatives = List.copyOf(alternatives);
    this.rules = rules;
    this.limits = limits;
    this.existing = List.copyOf(existing);
    this.unplaceable = List.copyOf(unplaceable);
    this.allowed = new boolean[shapes.size()][groups.size()];
    for (int s = 0; s < shapes.size(); s++) {
      for (int g = 0; g < groups.size(); g++) {
        allowed[s][g] = shapes.get(s).groups().get(g);
      }
    }
  }

  public List<String> dimensions() {
    return dimensions;
  }

  public List<Group> groups() {
    return groups;
  }

  public Group group(int g) {
    return groups.get(g);
  }

  public List<Shape> shapes() {
    return shapes;
  }

  public Shape shape(int s) {
    return shapes.get(s);
  }

  /** Every shape, also those that another one dominates. */
  public List<Shape> alternatives() {
    return alternatives;
  }

  /** The same pods and rules with other shapes to buy, by price. */
  public Problem withShapes(List<Shape> others) {
    return new Problem(
        dimensions, groups, others, alternatives, rules, limits, existing, unplaceable, settlement);
  }

  public NodeRules rules() {
    return rules;
  }

  public Limits limits() {
    return limits;
  }

  public List<ExistingNode> existing() {
    return existing;
  }

  /** Pods that fit no node whatever is bought, with the reasons. */
  public List<Unplaced> unplaceable() {
    return unplaceable;
  }

  /** For plans that leave pods over. */
  public Settlement settlement() {
    return settlement;
  }

  /** Per group whether it may be on a node of the shape. */
  public boolean[] allowed(int shape) {
    return allowed[shape];
  }

  /** The first pod of a group, for messages. */
  public Pod example(int group) {
    return groups.get(group).pods().getFirst();
  }
}
