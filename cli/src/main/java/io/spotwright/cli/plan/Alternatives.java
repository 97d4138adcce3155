package io.spotwright.cli.plan;

import io.spotwright.market.CapacityPool;
import io.spotwright.market.Offering;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Options;
import io.spotwright.scheduling.NodeVerdict;
import io.spotwright.scheduling.Placement;
import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.filter.PlacementRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where else one pod of a plan could be: on the plan's other nodes, or on a node of its own. */
final class Alternatives {
  /** Beyond this many candidates that break a rule among pods, none is looked for any more. */
  private static final int MOST_TRIES = 200;

  private final Pod pod;
  private final Observation observation;
  private final List<Option> options;
  private final List<SchedulingNode> others = new ArrayList<>();
  private final List<SchedulingNode> all = new ArrayList<>();

  /** What tells apart two ways to buy the same offering. */
  private record Bought(CapacityPool pool, String nodePool) {
    static Bought of(Offering offering, @Nullable NodePool pool) {
      return new Bought(offering.pool(), pool == null ? "" : pool.name());
    }
  }

  Alternatives(Pod pod, Plan plan, Observation observation, List<Offering> offerings) {
    this.pod = pod;
    this.observation = observation;
    this.options = Options.of(observation, offerings);
    Map<Bought, Option> bought = new HashMap<>();
    for (Option option : options) {
      bought.put(Bought.of(option.offering(), option.pool()), option);
    }
    for (PlannedNode node : plan.nodes()) {
      Offering offering = node.offering();
      Node existing = node.existing();
      if (existing != null) {
        add(node, existing(existing, node.pods()));
      } else if (offering != null) {
        Option option = bought.get(Bought.of(offering, node.nodePool()));
        if (option != null) {
          add(node, bought(option, node.name(), node.pods()));
        }
      }
    }
  }

  /** What kube-scheduler would make of each planned node but the pod's own, as the plan stands. */
  List<NodeVerdict> verdicts() {
    return Placement.judge(pod, others, observation.namespaceLabels());
  }

  /** The name of the node that a verdict is about. */
  String name(int node) {
    return others.get(node).name();
  }

  /**
   * The cheapest offering of another size or capacity type than {@code own} that could hold the pod
   * beside the plan's other nodes; {@code null} when there is none.
   */
  @Nullable Offering cheapestAlone(@Nullable Offering own) {
    PlacementRules rules = PlacementRules.of(pod.spec());
    List<Option> candidates =
        options.stream()
            .filter(option -> isOther(option.offering(), own))
            .filter(option -> pod.spec().requests().fitsIn(option.allocatable()))
            .filter(option -> rules.matchesAffinity(option.labels(), ""))
            .filter(option -> rules.matchesVolumes(option.labels(), ""))
            .filter(option -> rules.toleratesHardTaints(option.taints()))
            .sorted(Comparator.comparingDouble(Option::price))
            .limit(MOST_TRIES)
            .toList();
    for (Option option : candidates) {
      List<SchedulingNode> nodes = new ArrayList<>(all);
      nodes.add(bought(option, "alone", List.of()));
      List<NodeVerdict> verdicts = Placement.judge(pod, nodes, observation.namespaceLabels());
      if (verdicts.getLast() instanceof NodeVerdict.Feasible) {
        return option.offering();
      }
    }
    return null;
  }

  private static boolean isOther(Offering offering, @Nullable Offering own) {
    return own == null
        || !offering.size().name().equals(own.size().name())
        || offering.capacityType() != own.capacityType();
  }

  private void add(PlannedNode planned, SchedulingNode node) {
    all.add(node);
    if (planned.pods().stream().noneMatch(each -> each.key().equals(pod.key()))) {
      others.add(node);
    }
  }

  private SchedulingNode existing(Node node, List<Pod> planned) {
    List<Pod> pods = new ArrayList<>(node.pods());
    pods.addAll(withoutThePod(planned));
    return new SchedulingNode(
        node.name(), node.labels(), node.taints(), !node.schedulable(), node.allocatable(), pods);
  }

  private SchedulingNode bought(Option option, String name, List<Pod> pods) {
    SortedMap<String, String> labels = new TreeMap<>(option.labels());
    labels.put(Labels.HOSTNAME, name);
    Resources room = option.allocatable();
    return new SchedulingNode(name, labels, option.taints(), false, room, withoutThePod(pods));
  }

  private List<Pod> withoutThePod(List<Pod> pods) {
    return pods.stream().filter(each -> !each.key().equals(pod.key())).toList();
  }
}
