package io.spotwright.packing.problem;

import io.spotwright.model.Node;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.packing.Reason;
import io.spotwright.packing.topology.PodClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which options and existing nodes each class may use, by node selection, taints, volumes and by
 * the request of a single pod. Classes that differ only in what does not matter here share their
 * answer.
 */
final class StaticFit {
  private record Selectors(Object selector, Object terms, Object volumes, Object tolerations) {
    static Selectors of(PodSpec spec) {
      return new Selectors(
          spec.nodeSelector(),
          spec.requiredNodeTerms(),
          spec.volumeNodeTerms(),
          spec.tolerations());
    }
  }

  private final List<Option> options;
  private final List<Node> nodes;
  private final Map<Selectors, BitSet> optionsBySelectors = new HashMap<>();
  private final Map<Resources, BitSet> optionsByRequest = new HashMap<>();
  private final List<BitSet> optionsOf = new ArrayList<>();
  private final List<BitSet> nodesOf = new ArrayList<>();

  StaticFit(List<PodClass> classes, List<Option> options, List<Node> nodes) {
    this.options = options;
    this.nodes = nodes;
    for (PodClass each : classes) {
      BitSet fitting = (BitSet) selecting(each.spec()).clone();
      fitting.and(holding(each.spec().requests()));
      optionsOf.add(fitting);
      nodesOf.add(nodesFor(each.spec()));
    }
  }

  private BitSet selecting(PodSpec spec) {
    return optionsBySelectors.computeIfAbsent(
        Selectors.of(spec),
        key -> {
          BitSet fitting = new BitSet(options.size());
          for (int o = 0; o < options.size(); o++) {
            Option option = options.get(o);
            fitting.set(o, NodeFit.conflict(spec, option.labels(), option.taints(), "") == null);
          }
          return fitting;
        });
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

  private BitSet nodesFor(PodSpec spec) {
    BitSet fitting = new BitSet(nodes.size());
    for (int n = 0; n < nodes.size(); n++) {
      Node node = nodes.get(n);
      fitting.set(
          n,
          node.schedulable()
              && NodeFit.conflict(spec, node.labels(), node.taints(), node.name()) == null);
    }
    return fitting;
  }

  /** Options on which a pod of the class alone would fit. */
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

  /** Why a pod fits no option, by rule with counts, the most frequent first. */
  List<Reason> reasons(PodSpec spec) {
    if (options.isEmpty()) {
      return List.of(
          new Reason(Reason.Kind.NO_OFFERINGS, "nothing may be bought with these filters", 0));
    }
    Map<Reason.Kind, Integer> counts = new EnumMap<>(Reason.Kind.class);
    Map<Reason.Kind, String> details = new EnumMap<>(Reason.Kind.class);
    for (Option option : options) {
      Reason.Kind kind = NodeFit.conflict(spec, option.labels(), option.taints(), "");
      if (kind == null) {
        kind = Reason.Kind.RESOURCES;
      }
      counts.merge(kind, 1, Integer::sum);
      if (!details.containsKey(kind)) {
        details.put(kind, detail(kind, spec));
      }
    }
    return counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .map(each ->
            new Reason(each.getKey(), details.getOrDefault(each.getKey(), ""), each.getValue()))
        .toList();
  }

  private String detail(Reason.Kind kind, PodSpec spec) {
    return switch (kind) {
      case NODE_SELECTOR -> "node selector or node affinity excludes them";
      case VOLUME_ZONE -> "its volume is in another zone";
      case TAINTS -> "taints it does not tolerate";
      default -> "too small: " + largestLack(spec);
    };
  }

  /** The resource that the largest option lacks most. */
  private String largestLack(PodSpec spec) {
    String worst = "";
    double worstRatio = 0;
    for (String name : spec.requests().names()) {
      long most = options.stream().mapToLong(o -> o.allocatable().get(name)).max().orElse(0);
      double ratio = spec.requests().get(name) / Math.max(1.0, most);
      if (ratio > worstRatio) {
        worstRatio = ratio;
        worst =
            "it asks for %s and a node has at most %s for pods"
                .formatted(amount(name, spec.requests().get(name)), amount(name, most));
      }
    }
    return worst;
  }

  private static String amount(String name, long amount) {
    return switch (name) {
      case Resources.CPU -> "%s CPU".formatted(amount / 1000.0);
      case Resources.MEMORY, Resources.EPHEMERAL_STORAGE ->
          "%.1f GiB %s".formatted(amount / 1073741824.0, name);
      default -> amount + " " + name;
    };
  }
}
