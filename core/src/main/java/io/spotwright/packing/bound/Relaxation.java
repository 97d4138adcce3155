package io.spotwright.packing.bound;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The packing problem as the bound sees it. Groups that it cannot tell apart are one item. Linear
 * rules of the node are rows like the resources: a member takes one unit of the rule's cap. Groups
 * that nothing bought admits are left out, with their demand.
 */
final class Relaxation {
  /** A row costs time in every pricing problem; of more rules the ones with most pods count. */
  private static final int MOST_RULE_ROWS = 16;

  /** A rule with fewer pods than this share of the largest rule's changes the bound little. */
  private static final double LEAST_SHARE = 0.2;

  /**
   * A node that may hold pods: a shape to buy, or existing nodes that are alike.
   *
   * @param capacity per row of the {@link Relaxation}
   * @param price 0 for existing nodes
   * @param available how many exist; unlimited for what is bought
   * @param shape index in the problem; -1 for existing nodes
   * @param most pods per group that fit alone, 0 where not allowed
   */
  record Container(double[] capacity, double price, int available, int shape, int[] most) {

    boolean isExisting() {
      return shape < 0;
    }

    /** What keeps violations of nodes with different prices comparable. */
    double scale() {
      return price > 0 ? price : 1;
    }
  }

  private record Alike(
      List<Double> request, BitSet shapes, BitSet nodes, BitSet rows, BitSet owns, BitSet member) {}

  private record NodeAlike(List<Double> capacity, BitSet items) {}

  private final Problem problem;
  private final NodeRows rules;
  private final List<List<Integer>> groupsOf = new ArrayList<>();
  private final int[] itemOf;
  private final List<Container> containers = new ArrayList<>();
  private final List<NodeRows.Condition> conditions = new ArrayList<>();
  private final double[] demand;
  private final double[][] request;
  private final int[] cap;
  private final int rowCount;

  /** {@code counts}: pods to be placed per group. */
  Relaxation(Problem problem, int[] counts) {
    this.problem = problem;
    this.rules = new NodeRows(problem, counts);
    this.itemOf = merge(counts);
    this.demand = new double[groupsOf.size()];
    this.cap = new int[demand.length];
    for (int i = 0; i < demand.length; i++) {
      for (int g : groupsOf.get(i)) {
        demand[i] += counts[g];
      }
      cap[i] = (int) demand[i];
    }
    List<NodeRows.Row> rows = rows();
    this.rowCount = problem.dimensions().size() + rows.size();
    this.request = requests(rows);
    addContainers(rows);
    for (NodeRows.Condition each : rules.conditions()) {
      BitSet owners = items(each.owners());
      BitSet members = items(each.members());
      if (!owners.isEmpty() && !members.isEmpty()) {
        conditions.add(new NodeRows.Condition(owners, members, each.cap()));
      }
    }
  }

  int items() {
    return demand.length;
  }

  double[] demand() {
    return demand;
  }

  /** Resources, then rules. */
  int rowCount() {
    return rowCount;
  }

  /** Per item and row. */
  double[][] request() {
    return request;
  }

  List<Container> containers() {
    return containers;
  }

  List<NodeRows.Condition> conditions() {
    return conditions;
  }

  /** The groups an item stands for. */
  List<Integer> groups(int item) {
    return groupsOf.get(item);
  }

  /** -1 for a group that is left out. */
  int item(int group) {
    return itemOf[group];
  }

  /** Constraints on nodes and pods that plans keep and the bound does not see. */
  List<String> leavesOut() {
    List<String> out = new ArrayList<>();
    if (rules.leavesOutAffinity()) {
      out.add("pod affinity within a node");
    }
    if (rules.leavesOutSpread()) {
      out.add("topology spread over nodes");
    }
    return out;
  }

  private int[] merge(int[] counts) {
    int[] itemOf = new int[counts.length];
    Map<Alike, Integer> ids = new LinkedHashMap<>();
    for (int g = 0; g < counts.length; g++) {
      BitSet shapes = new BitSet();
      for (int s = 0; s < problem.shapes().size(); s++) {
        shapes.set(s, problem.allowed(s)[g] && problem.shape(s).holds(problem.group(g).request()));
      }
      itemOf[g] = -1;
      if (counts[g] > 0 && !shapes.isEmpty()) {
        Alike alike = alike(g, shapes);
        itemOf[g] = ids.computeIfAbsent(alike, key -> ids.size());
        if (itemOf[g] == groupsOf.size()) {
          groupsOf.add(new ArrayList<>());
        }
        groupsOf.get(itemOf[g]).add(g);
      }
    }
    return itemOf;
  }

  private Alike alike(int group, BitSet shapes) {
    BitSet nodes = new BitSet();
    for (int n = 0; n < problem.existing().size(); n++) {
      nodes.set(n, problem.existing().get(n).shape().groups().get(group));
    }
    BitSet rows = new BitSet();
    for (int r = 0; r < rules.rows().size(); r++) {
      rows.set(r, rules.rows().get(r).groups().get(group));
    }
    BitSet owns = new BitSet();
    BitSet member = new BitSet();
    for (int c = 0; c < rules.conditions().size(); c++) {
      owns.set(c, rules.conditions().get(c).owners().get(group));
      member.set(c, rules.conditions().get(c).members().get(group));
    }
    List<Double> request = java.util.Arrays.stream(problem.group(group).request()).boxed().toList();
    return new Alike(request, shapes, nodes, rows, owns, member);
  }

  private BitSet items(BitSet groups) {
    BitSet items = new BitSet();
    groups.stream().filter(g -> itemOf[g] >= 0).forEach(g -> items.set(itemOf[g]));
    return items;
  }

  /** The rules that need a row; a rule about one item is a cap on it. */
  private List<NodeRows.Row> rows() {
    List<NodeRows.Row> rows = new ArrayList<>();
    for (NodeRows.Row row : rules.rows()) {
      BitSet items = items(row.groups());
      items.stream().forEach(i -> cap[i] = Math.min(cap[i], row.cap()));
      if (items.cardinality() > 1 && pods(items) > row.cap()) {
        rows.add(new NodeRows.Row(items, row.cap()));
      }
    }
    rows.sort(Comparator.comparingDouble(row -> -pods(row.groups())));
    double least = rows.isEmpty() ? 0 : LEAST_SHARE * pods(rows.getFirst().groups());
    return rows.stream().filter(row -> pods(row.groups()) >= least).limit(MOST_RULE_ROWS).toList();
  }

  private double pods(BitSet items) {
    return items.stream().mapToDouble(i -> demand[i]).sum();
  }

  private double[][] requests(List<NodeRows.Row> rows) {
    int dimensions = problem.dimensions().size();
    double[][] requests = new double[demand.length][dimensions + rows.size()];
    for (int i = 0; i < demand.length; i++) {
      double[] own = problem.group(groupsOf.get(i).getFirst()).request();
      System.arraycopy(own, 0, requests[i], 0, dimensions);
      for (int r = 0; r < rows.size(); r++) {
        requests[i][dimensions + r] = rows.get(r).groups().get(i) ? 1 : 0;
      }
    }
    return requests;
  }

  private void addContainers(List<NodeRows.Row> rows) {
    double[] step = steps();
    for (int s = 0; s < problem.shapes().size(); s++) {
      Shape shape = problem.shape(s);
      containers.add(container(shape, items(shape.groups()), rows, step, Integer.MAX_VALUE, s));
    }
    Map<NodeAlike, Integer> available = new LinkedHashMap<>();
    Map<NodeAlike, Shape> example = new LinkedHashMap<>();
    for (Problem.ExistingNode node : problem.existing()) {
      List<Double> capacity = java.util.Arrays.stream(node.shape().capacity()).boxed().toList();
      NodeAlike alike = new NodeAlike(capacity, items(node.shape().groups()));
      available.merge(alike, 1, Integer::sum);
      example.putIfAbsent(alike, node.shape());
    }
    available.forEach((alike, count) ->
        containers.add(
            container(
                Objects.requireNonNull(example.get(alike)), alike.items, rows, step, count, -1)));
  }

  private Container container(
      Shape shape, BitSet items, List<NodeRows.Row> rows, double[] step, int available, int index) {
    int dimensions = step.length;
    double[] capacity = new double[dimensions + rows.size()];
    for (int d = 0; d < dimensions; d++) {
      // What is left below the common divisor of all requests nobody can use.
      capacity[d] = Math.floor(Math.max(0, shape.capacity()[d]) / step[d]) * step[d];
    }
    for (int r = 0; r < rows.size(); r++) {
      capacity[dimensions + r] = rows.get(r).cap();
    }
    int[] most = new int[demand.length];
    items.stream().forEach(i -> most[i] = most(i, capacity));
    return new Container(capacity, shape.price(), available, index, most);
  }

  private int most(int item, double[] capacity) {
    double most = cap[item];
    for (int d = 0; d < capacity.length; d++) {
      if (request[item][d] > 0) {
        most = Math.min(most, Math.floor(capacity[d] / request[item][d]));
      }
    }
    return (int) most;
  }

  /** Per dimension the greatest common divisor of all requests. */
  private double[] steps() {
    double[] steps = new double[problem.dimensions().size()];
    for (int d = 0; d < steps.length; d++) {
      long divisor = 0;
      for (double[] each : request) {
        divisor = gcd(divisor, (long) each[d]);
      }
      steps[d] = Math.max(1, divisor);
    }
    return steps;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
