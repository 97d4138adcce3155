package io.spotwright.packing.problem;

import io.spotwright.model.CapacityType;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import io.spotwright.packing.topology.Cells;
import io.spotwright.packing.topology.DomainAssignment;
import io.spotwright.packing.topology.DomainRules;
import io.spotwright.packing.topology.LossBudgets;
import io.spotwright.packing.topology.NodeRuleSet;
import io.spotwright.packing.topology.NodeRules;
import io.spotwright.packing.topology.OnDemandShare;
import io.spotwright.packing.topology.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns an observation and offerings into a {@link Problem}: classes of equal pods, the options
 * each may use, the cell of every pod that a topology rule concerns, and finally groups and shapes.
 */
public final class ProblemBuilder {
  private final Observation observation;
  private final List<Option> options;
  private final List<PodClass> classes;
  private final List<String> dimensions;
  private final Limits limits;
  private final Map<NodePool, Integer> limitOf = new HashMap<>();
  private final StaticFit fit;
  private final List<Unplaced> unplaceable = new ArrayList<>();
  private final boolean perWorkload;
  private final OnDemandShare onDemand;

  public ProblemBuilder(PlanRequest request) {
    observation = request.observation();
    options = Options.of(observation, request.offerings());
    classes = PodClass.of(observation);
    dimensions = dimensions(classes);
    limits = limits(request);
    fit = new StaticFit(classes, options, observation.nodes());
    perWorkload = request.policy().surviveLossOfCapacityPool();
    onDemand = onDemandShare(request);
  }

  private OnDemandShare onDemandShare(PlanRequest request) {
    boolean mixed =
        request.offerings().stream().anyMatch(o -> o.capacityType() == CapacityType.ON_DEMAND)
            && request.offerings().stream().anyMatch(o -> o.capacityType() == CapacityType.SPOT);
    int base = request.policy().onDemandBase();
    int percentage = request.policy().onDemandPercentageAboveBase();
    if (!mixed || (base == 0 && percentage == 0 && !perWorkload)) {
      return OnDemandShare.NONE;
    }
    LossBudgets budgets = new LossBudgets(observation);
    return new OnDemandShare(
        observation.pending(),
        pods -> {
          int wanted = OnDemandShare.count(pods.size(), base, percentage);
          boolean losesNone = perWorkload && budgets.mayLose(pods.getFirst()) == 0;
          return losesNone ? pods.size() : wanted;
        });
  }

  private static List<String> dimensions(List<PodClass> classes) {
    Set<String> others = new TreeSet<>();
    for (PodClass each : classes) {
      others.addAll(each.spec().requests().names());
    }
    List<String> names = new ArrayList<>(List.of(Resources.CPU, Resources.MEMORY, Resources.PODS));
    others.removeAll(names);
    names.addAll(others);
    return names;
  }

  private Limits limits(PlanRequest request) {
    List<Limits.Limit> pools = new ArrayList<>();
    for (NodePool pool : observation.nodePools()) {
      limitOf.put(pool, pools.size() + 1);
      pools.add(new Limits.Limit("the limits of NodePool " + pool.name(), pool.limits()));
    }
    return new Limits(request.policy().limits(), pools);
  }

  public Problem build() {
    DomainRules domainRules = new DomainRules(observation, classes);
    Set<String> keys = new TreeSet<>(domainRules.keys());
    if (!onDemand.isEmpty()) {
      keys.add(Labels.CAPACITY_TYPE);
    }
    Cells cells = new Cells(keys);
    int[] cellOf = new int[options.size()];
    for (int o = 0; o < cellOf.length; o++) {
      cellOf[o] = cells.of(options.get(o).labels());
    }
    int[] cellOfNode =
        observation.nodes().stream().mapToInt(node -> cells.of(node.labels())).toArray();
    List<BitSet> reach = reach(cellOf, cellOfNode, null);
    List<BitSet> reachOnDemand =
        onDemand.isEmpty() ? reach : reach(cellOf, cellOfNode, CapacityType.ON_DEMAND);
    DomainAssignment assignment =
        new DomainAssignment(classes, cells, domainRules, reach, reachOnDemand, onDemand);
    for (DomainAssignment.Stranded stranded : assignment.stranded()) {
      strand(stranded);
    }
    return assemble(assignment.pieces(), cellOf, cellOfNode);
  }

  private void strand(DomainAssignment.Stranded stranded) {
    for (Pod pod : stranded.pods()) {
      List<Reason> reasons =
          stranded.kind() == Reason.Kind.NODE_SELECTOR
              ? fit.reasons(pod.spec())
              : List.of(new Reason(stranded.kind(), stranded.detail(), options.size()));
      unplaceable.add(new Unplaced(pod, reasons));
    }
  }

  /**
   * Per class the cells that have a node it fits; existing nodes count where nothing can be bought.
   */
  private List<BitSet> reach(int[] cellOf, int[] cellOfNode, @Nullable CapacityType only) {
    List<BitSet> reach = new ArrayList<>();
    for (PodClass each : classes) {
      BitSet reached = new BitSet();
      BitSet fitting = fit.options(each.id());
      for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
        if (only == null || options.get(o).offering().capacityType() == only) {
          reached.set(cellOf[o]);
        }
      }
      for (int n = 0; n < cellOfNode.length; n++) {
        if (fit.node(each.id(), n)
            && (only == null || isOfType(observation.nodes().get(n), only))) {
          reached.set(cellOfNode[n]);
        }
      }
      reach.add(reached);
    }
    return reach;
  }

  private static boolean isOfType(Node node, CapacityType type) {
    return type.label().equals(node.labels().get(Labels.CAPACITY_TYPE));
  }

  private record Alike(
      List<Double> request, BitSet options, BitSet nodes, int cell, BitSet rules, Object owner) {}

  private Problem assemble(List<DomainAssignment.Piece> pieces, int[] cellOf, int[] cellOfNode) {
    NodeRuleSet ruleSet = new NodeRuleSet(observation, classes);
    Map<Alike, Integer> ids = new LinkedHashMap<>();
    List<Group> groups = new ArrayList<>();
    List<Integer> classOfGroup = new ArrayList<>();
    for (DomainAssignment.Piece piece : pieces) {
      for (List<Pod> pods : split(piece)) {
        PodClass podClass = piece.podClass();
        BitSet fitting = fit.options(podClass.id());
        BitSet nodes = fit.nodes(podClass.id());
        if (fitting.isEmpty() && nodes.isEmpty()) {
          pods.forEach(pod -> unplaceable.add(new Unplaced(pod, fit.reasons(pod.spec()))));
          continue;
        }
        double[] request = vector(podClass.spec().requests());
        Object owner = perWorkload ? pods.getFirst().workload() : "";
        Alike alike =
            new Alike(
                Arrays.stream(request).boxed().toList(),
                fitting,
                nodes,
                piece.cell(),
                ruleSet.signature(podClass.id()),
                owner);
        Integer id = ids.get(alike);
        if (id == null) {
          ids.put(alike, groups.size());
          groups.add(new Group(request, piece.cell(), new ArrayList<>(pods)));
          classOfGroup.add(podClass.id());
        } else {
          groups.get(id).pods().addAll(pods);
        }
      }
    }
    NodeRules rules = ruleSet.forGroups(classOfGroup);
    ShapeBuilder shapes =
        new ShapeBuilder(dimensions, groups, classOfGroup, fit, !limits.none(), limitOf);
    List<Problem.ExistingNode> existing = new ArrayList<>();
    for (int n = 0; n < cellOfNode.length; n++) {
      Node node = observation.nodes().get(n);
      existing.add(
          new Problem.ExistingNode(
              node, shapes.existing(free(node), cellOfNode[n], n), ruleSet.tally(rules, node)));
    }
    List<Shape> all = shapes.shapes(options, cellOf);
    return new Problem(
        dimensions,
        groups,
        ShapeBuilder.undominated(all),
        all,
        rules,
        limits,
        existing,
        unplaceable);
  }

  /** Pool safety counts replicas, so there each workload's pods stay a group of their own. */
  private Collection<List<Pod>> split(DomainAssignment.Piece piece) {
    if (!perWorkload) {
      return List.of(piece.pods());
    }
    Map<Object, List<Pod>> byWorkload = new LinkedHashMap<>();
    for (Pod pod : piece.pods()) {
      byWorkload.computeIfAbsent(pod.workload(), key -> new ArrayList<>()).add(pod);
    }
    return byWorkload.values();
  }

  private double[] vector(Resources resources) {
    return dimensions.stream().mapToDouble(resources::get).toArray();
  }

  /** What bound pods leave, and daemon pods that are still to come take. */
  private Resources free(Node node) {
    Resources free = node.allocatable();
    for (Pod pod : node.pods()) {
      free = free.minus(pod.spec().requests());
    }
    for (DaemonSet daemon : observation.daemonSets()) {
      boolean here = node.pods().stream().anyMatch(pod -> pod.workload().equals(daemon.workload()));
      boolean runs =
          NodeFit.conflict(daemon.spec(), node.labels(), node.taints(), node.name()) == null;
      if (!here && runs && daemon.spec().requests().fitsIn(free)) {
        free = free.minus(daemon.spec().requests());
      }
    }
    return free;
  }
}
