package io.spotwright.scheduling;

import io.spotwright.model.Labels;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.model.constraint.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random constraints over the few labels that {@link RandomCluster} uses. */
final class RandomRules {
  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  void betweenPods(PodSpec.Builder builder) {
    builder.topologySpread(some(20, this::spread));
    builder.requiredAffinity(some(10, this::affinity));
    builder.requiredAntiAffinity(some(10, this::affinity));
    builder.preferredAffinity(some(10, () -> weighted(affinity())));
    builder.preferredAntiAffinity(some(10, () -> weighted(affinity())));
  }

  <T> Weighted<T> weighted(T term) {
    return new Weighted<>(1 + random.nextInt(100), term);
  }

  NodeSelectorTerm nodeTerm() {
    return switch (random.nextInt(6)) {
      case 0 -> term(Labels.ZONE, Operator.NOT_IN, "a");
      case 1 -> term("size", Operator.GT, "4");
      case 2 -> term(Labels.HOSTNAME, Operator.IN, "node-1", "node-2");
      case 3 -> new NodeSelectorTerm(List.of());
      case 4 -> new NodeSelectorTerm(List.of(), List.of(Requirement.in("metadata.name", "node-0")));
      default -> term(Labels.ZONE, Operator.EXISTS);
    };
  }

  NodeSelectorTerm term(String key, Operator operator, String... values) {
    return new NodeSelectorTerm(List.of(new Requirement(key, operator, List.of(values))));
  }

  Toleration toleration() {
    Taint.@Nullable Effect effect =
        random.nextInt(4) == 0 ? null : Taint.Effect.values()[random.nextInt(3)];
    return switch (random.nextInt(3)) {
      case 0 -> new Toleration("", true, "", effect);
      case 1 -> new Toleration("spot", true, "", effect);
      default -> new Toleration("spot", false, "yes", effect);
    };
  }

  private TopologySpread spread() {
    return new TopologySpread(
        1 + random.nextInt(2),
        key(),
        random.nextBoolean(),
        selector(),
        1 + random.nextInt(3),
        random.nextBoolean(),
        random.nextBoolean(),
        some(30, () -> "version"));
  }

  private PodAffinityTerm affinity() {
    SortedSet<String> namespaces = new TreeSet<>(some(20, () -> "south"));
    @Nullable LabelSelector namespaceSelector =
        switch (random.nextInt(6)) {
          case 0 -> LabelSelector.of(Map.of());
          case 1 -> LabelSelector.of(Map.of("team", "y"));
          default -> null;
        };
    return new PodAffinityTerm(
        key(),
        selector(),
        namespaces,
        namespaceSelector,
        some(20, () -> "version"),
        some(10, () -> "app"));
  }

  private String key() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> Labels.ZONE;
      case 2, 3 -> Labels.HOSTNAME;
      default -> "disk";
    };
  }

  private @Nullable LabelSelector selector() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> LabelSelector.of(Map.of());
      case 2 ->
          new LabelSelector(
              new TreeMap<>(), List.of(new Requirement("version", Operator.NOT_IN, List.of("1"))));
      case 3, 4, 5 -> LabelSelector.of(Map.of("app", "a"));
      default -> LabelSelector.of(Map.of("app", "b"));
    };
  }

  private <T> List<T> some(int percent, Supplier<T> one) {
    List<T> list = new ArrayList<>();
    while (list.size() < 2 && random.nextInt(100) < percent) {
      list.add(one.get());
    }
    return list;
  }
}
