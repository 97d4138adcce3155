package io.spotwright.packing.problem;

import io.spotwright.model.DaemonSet;
import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.packing.Reason;
import io.spotwright.packing.topology.PodClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which options and existing nodes each class may use, by node selection, taints, volumes, the
 * ports of daemon pods and by the request of a single unit; and among NodePools those of the
 * highest weight. Classes that differ only in what does not matter here share their answer.
 */
final class StaticFit {
  private record Selectors(
      Object selector, Object terms, Object volumes, Object tolerations, Object ports) {
    static Selectors of(PodSpec spec) {
      return new Selectors(
          spec.nodeSelector(),
          spec.requiredNodeTerms(),
          spec.volumeNodeTerms(),
          spec.tolerations(),
          spec.hostPorts());
    }
  }

  private final List<Option> options;
  private final List<Node> nodes;
  private final List<SortedMap<String, String>> labelsOfNodes = new ArrayList<>();
  private final boolean weighted;
  private final boolean hasMinValues;
  private final Map<Selectors, BitSet> optionsBySelectors = new HashMap<>();
  private final Map<Selectors, BitSet> nodesBySelectors = new HashMap<>();
  private final Map<Resources, BitSet> optionsByRequest = new HashMap<>();
  private final List<BitSet> optionsOf = new ArrayList<>();
  private final List<BitSet> nodesOf = new ArrayList<>();

  StaticFit(List<Option> options, List<Node> nodes) {
    this.options = options;
    this.nodes = nodes;
    for (Node node : nodes) {
      SortedMap<String, String> labels = new TreeMap<>(node.labels());
      labels.putIfAbsent(Labels.HOSTNAME, node.name());
      labelsOfNodes.add(labels);
    }
    weighted = options.stream().mapToInt(Option::weight).distinct().count() > 1;
    hasMinValues = options.stream().anyMatch(StaticFit::asksForChoice);
  }

  private static boolean asksForChoice(Option option) {
    return option.pool() != null
        && option.pool().requirements().stream().anyMatch(each -> each.minValues() != null);
  }

  /** Classes are added in the order of their ids. */
  void add(PodClass podClass) {
    BitSet fitting = fitting(podClass, podClass.request());
    if (hasMinValues) {
      dropWithoutChoice(fitting);
    }
    optionsOf.add(fitting);
    nodesOf.add(nodesFor(podClass));
  }

  /**
   * Options that would hold pods of the class with this request together, NodePools of any weight.
   */
  BitSet fitting(PodClass podClass, Resources request) {
    BitSet fitting = (BitSet) holding(request).clone();
    podClass.specs().forEach(spec -> fitting.and(selecting(spec)));
    return fitting;
  }

  private BitSet selecting(PodSpec spec) {
    return optionsBySelectors.computeIfAbsent(
        Selectors.of(spec),
        key -> {
          BitSet fitting = new BitSet(options.size());
          for (int o = 0; o < options.size(); o++) {
            fitting.set(o, conflict(spec, options.get(o)) == null);
          }
          return fitting;
        });
  }

  static Reason.@Nullable Kind conflict(PodSpec spec, Option option) {
    Reason.Kind kind = NodeFit.conflict(spec, option.labels(), option.taints(), "");
    if (kind == null && !spec.hostPorts().isEmpty()) {
      for (DaemonSet daemon : option.daemonSets()) {
        if (collide(spec.hostPorts(), daemon.spec().hostPorts())) {
          return Reason.Kind.HOST_PORT;
        }
      }
    }
    return kind;
  }

  private static boolean collide(List<HostPort> some, List<HostPort> others) {
    return some.stream().anyMatch(port -> others.stream().anyMatch(port::conflictsWith));
  }

  private BitSet holding(Resources request) {
    return optionsByRequest.computeIfAbsent(
        request,
        key -> {
          BitSet fitting = new BitSet(options.size());
          Resources last = Resources.NONE;
          boolean lastFits = false;
          for (int o = 0; o < options.size(); o++) {
            Resources room = options.get(o).allocatable();
            // The zones and capacity types of one size follow each other and share their room.
            if (room != last) {
              lastFits = request.fitsIn(room);
              last = room;
            }
            fitting.set(o, lastFits);
          }
          return fitting;
        });
  }

  /** Drops NodePools that would leave fewer values to choose from than their minValues ask for. */
  private void dropWithoutChoice(BitSet fitting) {
    Map<NodePool, Map<Requirement, Set<String>>> choices = new LinkedHashMap<>();
    for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
      Option option = options.get(o);
      if (asksForChoice(option) && option.pool() != null) {
        Map<Requirement, Set<String>> values =
            choices.computeIfAbsent(option.pool(), pool -> new HashMap<>());
        for (Requirement each : option.pool().requirements()) {
          String value = option.labels().get(each.key());
          if (each.minValues() != null && value != null) {
            values.computeIfAbsent(each, key -> new HashSet<>()).add(value);
          }
        }
      }
    }
    Set<NodePool> unusable = new HashSet<>();
    choices.forEach((pool, values) -> {
      if (!leavesChoice(pool, values)) {
        unusable.add(pool);
      }
    });
    for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
      NodePool pool = options.get(o).pool();
      if (pool != null && unusable.contains(pool)) {
        fitting.clear(o);
      }
    }
  }

  /**
   * Keeps per class and cell, or per class where no rule ties its pods to a cell, the NodePools of
   * the highest weight that accept it, or of the next one for demoted pods.
   */
  void keepHeaviest(PodClass podClass, boolean tied, int[] cellOf) {
    if (!weighted) {
      return;
    }
    BitSet fitting = optionsOf.get(podClass.id());
    Map<Integer, SortedSet<Integer>> weights = new HashMap<>();
    fitting.stream()
        .forEach(o ->
            weights
                .computeIfAbsent(tied ? cellOf[o] : 0, cell -> new TreeSet<>())
                .add(-options.get(o).weight()));
    for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
      SortedSet<Integer> known = weights.getOrDefault(tied ? cellOf[o] : 0, new TreeSet<>());
      int step = Math.min(podClass.demoted(), known.size() - 1);
      int kept = -known.stream().skip(step).findFirst().orElse(0);
      fitting.set(o, options.get(o).weight() == kept);
    }
  }

  private static boolean leavesChoice(NodePool pool, Map<Requirement, Set<String>> values) {
    for (Requirement each : pool.requirements()) {
      Integer least = each.minValues();
      if (least != null && values.getOrDefault(each, Set.of()).size() < least) {
        return false;
      }
    }
    return true;
  }

  private BitSet nodesFor(PodClass podClass) {
    BitSet fitting = new BitSet(nodes.size());
    fitting.set(0, nodes.size());
    for (PodSpec spec : podClass.specs()) {
      fitting.and(nodesBySelectors.computeIfAbsent(Selectors.of(spec), key -> nodesFor(spec)));
    }
    return fitting;
  }

  private BitSet nodesFor(PodSpec spec) {
    BitSet fitting = new BitSet(nodes.size());
    for (int n = 0; n < nodes.size(); n++) {
      Node node = nodes.get(n);
      fitting.set(
          n,
          node.schedulable()
              && NodeFit.conflict(spec, labelsOfNodes.get(n), node.taints(), node.name()) == null);
    }
    return fitting;
  }

  /** Lets the class use no node that would have to be bought. */
  void existingOnly(int podClass) {
    optionsOf.get(podClass).clear();
  }

  /** Options on which a unit of the class alone would fit. */
  BitSet options(int podClass) {
    return optionsOf.get(podClass);
  }

  /** Existing nodes the class may use, free room not considered. */
  BitSet nodes(int podClass) {
    return nodesOf.get(podClass);
  }

  boolean node(int podClass, int node) {
    return nodesOf.get(podClass).get(node);
  }
}
