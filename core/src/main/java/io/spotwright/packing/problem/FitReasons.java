package io.spotwright.packing.problem;

import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.packing.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Why a pod fits no option. */
final class FitReasons {
  private final List<Option> options;

  FitReasons(List<Option> options) {
    this.options = options;
  }

  /** By rule with counts, the most frequent first. */
  List<Reason> of(PodSpec spec) {
    if (options.isEmpty()) {
      return List.of(
          new Reason(Reason.Kind.NO_OFFERINGS, "nothing may be bought with these filters", 0));
    }
    Map<Reason.Kind, Integer> counts = new EnumMap<>(Reason.Kind.class);
    for (Option option : options) {
      counts.merge(kind(spec, option), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .map(each -> new Reason(each.getKey(), detail(each.getKey(), spec), each.getValue()))
        .toList();
  }

  private static Reason.Kind kind(PodSpec spec, Option option) {
    Reason.Kind kind = StaticFit.conflict(spec, option);
    if (kind == null && spec.requests().fitsIn(option.allocatable())) {
      return Reason.Kind.NO_OFFERINGS;
    }
    return kind == null ? Reason.Kind.RESOURCES : kind;
  }

  private String detail(Reason.Kind kind, PodSpec spec) {
    return switch (kind) {
      case NODE_SELECTOR -> "node selector or node affinity excludes them";
      case VOLUME_ZONE -> "its volume is in another zone";
      case TAINTS -> "taints it does not tolerate";
      case HOST_PORT -> "a daemon set takes its host port on every node";
      case NO_OFFERINGS -> "fewer to choose from than the NodePool's minValues ask for";
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
