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
import io.spotwright.packing.topology.FreeRoom;
import io.spotwright.packing.topology.LossBudgets;
import io.spotwright.packing.topology.NodeRuleSet;
import io.spotwright.packing.topology.NodeRules;
import io.spotwright.packing.topology.OnDemandShare;
import io.spotwright.packing.topology.PodClass;
import io.spotwright.packing.topology.PodClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
  private final FitReasons reasons;
  private final List<Resources> free;
  private final List<Unplaced> unplaceable = new ArrayList<>();
  private final boolean perWorkload;
  private final OnDemandShare onDemand;

  public ProblemBuilder(PlanRequest request) {
    this(request, Map.of());
  }

  /**
   * {@code demoted}: by pod how many steps of NodePool weight it gives up, because limits ended the
   * buying in the NodePools above.
   */
  public ProblemBuilder(PlanRequest request, Map<Pod, Integer> demoted) {
    observation = request.observation();
    options = Options.of(observation, request.offerings());
    classes = PodClasses.of(observation, demoted);
    dimensions = dimensions(classes);
    limits = limits(request);
    free = observation.nodes().stream().map(this::free).toList();
    reasons = new FitReasons(options);
    fit = new StaticFit(options, observation.nodes());
    Wholes wholes = new Wholes(fit, free);
    for (PodClass each : classes) {
      if (each.isWhole()) {
        wholes.cut(each, unplaceable);
      }
      fit.add(each);
      if (each.joins()) {
        fit.existingOnly(each.id());
      }
    }
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
      each.specs().forEach(spec -> others.addAll(spec.requests().names()));
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
      Resources used = Resources.NONE;
      for (Node node : observation.nodes()) {
        if (pool.name().equals(node.labels().get(Labels.NODE_POOL))) {
          // A node tells its allocatable amounts only: a little less than its capacity.
          used = used.plus(node.allocatable().with(Limits.NODES, 1));
        }
      }
      pools.add(new Limits.Limit("the limits of NodePool " + pool.name(), pool.limits(), used));
    }
    return new Limits(request.policy().limits(), pools);
  }

  public Problem build() {
    DomainRules domainRules = new DomainRules(observation, classes);
    Set<String> keys = new TreeSet<>(domainRules.keys());
    if (!onDemand.isEmpty()) {
      keys.add(Labels.CAPACITY_TYPE);
    }
    Places places = new Places(new Cells(keys), options, observation.nodes(), fit);
    List<BitSet> reach = places.reach(classes, null);
    DomainAssignment assignment =
        new DomainAssignment(
            classes,
            places.cells,
            domainRules,
            reach,
            onDemand.isEmpty() ? reach : places.reach(classes, CapacityType.ON_DEMAND),
            places.counted(classes),
            places.prices(classes, dimensions),
            freeRoom(places),
            onDemand);
    for (PodClass each : classes) {
      boolean tied = assignment.ties(each);
      fit.keepHeaviest(each, tied, places.cellOf);
    }
    assignment.stranded().forEach(this::strand);
    return assemble(assignment, places);
  }

  private FreeRoom freeRoom(Places places) {
    return new FreeRoom(
        places.cells.count(),
        places.cellOfNode,
        free.stream().map(this::vector).toArray(double[][]::new),
        classes.stream().map(each -> vector(each.request())).toArray(double[][]::new),
        classes.stream().map(each -> fit.nodes(each.id())).toList());
  }

  private void strand(DomainAssignment.Stranded stranded) {
    for (Pod pod : stranded.pods()) {
      List<Reason> why =
          stranded.kind() == Reason.Kind.NODE_SELECTOR
              ? reasons.of(pod.spec())
              : List.of(new Reason(stranded.kind(), stranded.detail(), options.size()));
      unplaceable.add(new Unplaced(pod, why));
    }
  }

  private Problem assemble(DomainAssignment assignment, Places places) {
    NodeRuleSet ruleSet = new NodeRuleSet(observation, classes);
    Grouping grouping = new Grouping(fit, ruleSet, dimensions, perWorkload);
    for (DomainAssignment.Piece piece : assignment.pieces()) {
      int id = piece.podClass().id();
      if (fit.options(id).isEmpty() && fit.nodes(id).isEmpty()) {
        for (Pod pod : piece.pods()) {
          unplaceable.add(new Unplaced(pod, reasons.of(pod.spec())));
        }
      } else {
        grouping.add(piece);
      }
    }
    List<Group> groups = grouping.groups;
    NodeRules rules = ruleSet.forGroups(grouping.classOfGroup, grouping.units());
    ShapeBuilder shapes =
        new ShapeBuilder(dimensions, groups, grouping.classOfGroup, fit, !limits.none(), limitOf);
    List<Problem.ExistingNode> existing = new ArrayList<>();
    for (int n = 0; n < places.cellOfNode.length; n++) {
      Node node = observation.nodes().get(n);
      Shape shape = shapes.existing(free.get(n), places.cellOfNode[n], n);
      existing.add(new Problem.ExistingNode(node, shape, ruleSet.tally(rules, node)));
    }
    List<Shape> all = shapes.shapes(options, places.cellOf);
    return new Problem(
        dimensions,
        groups,
        ShapeBuilder.undominated(all, !limits.none()),
        all,
        rules,
        limits,
        existing,
        unplaceable,
        assignment.settlement());
  }

  private double[] vector(Resources resources) {
    return dimensions.stream().mapToDouble(resources::get).toArray();
  }

  /** What bound pods leave, and daemon pods that are still to come take. */
  private Resources free(Node node) {
    Resources left = node.allocatable();
    for (Pod pod : node.pods()) {
      left = left.minus(pod.spec().requests());
    }
    for (DaemonSet daemon : observation.daemonSets()) {
      boolean here = node.pods().stream().anyMatch(pod -> pod.workload().equals(daemon.workload()));
      boolean runs =
          NodeFit.conflict(daemon.spec(), node.labels(), node.taints(), node.name()) == null;
      if (!here && runs && daemon.spec().requests().fitsIn(left)) {
        left = left.minus(daemon.spec().requests());
      }
    }
    return left;
  }
}
