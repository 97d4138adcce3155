package io.spotwright.cli.plan;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Values;
import io.spotwright.model.CapacityType;
import io.spotwright.packing.Binding;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code plan}, read. {@code null} and empty mean that the flag was not given,
 * so that the policy decides.
 *
 * @param inputs files, folders and {@code -}, in order
 * @param maxPoolShare 0 to 1
 * @param maxFamilyZoneShare 0 to 1
 * @param explain {@code namespace/name} of a pod
 */
record PlanFlags(
    List<String> inputs,
    @Nullable String policy,
    @Nullable String region,
    List<String> zones,
    List<String> families,
    @Nullable Integer maxVcpus,
    List<CapacityType> capacityTypes,
    @Nullable String instanceTypes,
    @Nullable String overhead,
    @Nullable Integer maxPods,
    @Nullable Double maxPoolShare,
    @Nullable Double maxFamilyZoneShare,
    boolean poolSafe,
    Duration timeLimit,
    long seed,
    Binding binding,
    String replicas,
    @Nullable String explain,
    Output output) {

  /** How the plan is printed. */
  enum Output {
    TABLE,
    JSON,
    YAML
  }

  static final List<String> CAPACITY_TYPES = labels();

  static PlanFlags read(Arguments arguments) throws InputException {
    if (arguments.operands().isEmpty()) {
      arguments.complain(
          "plan",
          "nothing to plan",
          "name files or folders of Kubernetes manifests, or - for standard input");
    }
    PlanFlags flags =
        new PlanFlags(
            arguments.operands(),
            arguments.text("--policy"),
            arguments.text("--region"),
            arguments.list("--zones"),
            arguments.list("--families"),
            arguments.value("--max-vcpus", Values.whole(1, 10_000)),
            arguments.values("--capacity-type", PlanFlags::capacityType),
            arguments.text("--instance-types"),
            arguments.value("--overhead", Values.oneOf(List.of("aks", "karpenter", "none"))),
            arguments.value("--max-pods", Values.whole(10, 250)),
            arguments.value("--max-pool-share", Values::share),
            arguments.value("--max-family-zone-share", Values::share),
            arguments.has("--pool-safe"),
            orElse(arguments.value("--time-limit", Values::duration), Duration.ofSeconds(2)),
            orElse(arguments.value("--seed", Values::seed), 1L),
            choice(arguments, "--binding", Binding.values(), Binding.DEFAULT),
            orElse(
                arguments.value("--replicas", Values.oneOf(List.of("current", "min", "max"))),
                "current"),
            arguments.text("--explain"),
            choice(arguments, "--output", Output.values(), Output.TABLE));
    arguments.check();
    return flags;
  }

  private static <E extends Enum<E>> E choice(
      Arguments arguments, String flag, E[] values, E otherwise) {
    List<String> names =
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
            .toList();
    String name = arguments.value(flag, Values.oneOf(names));
    return name == null ? otherwise : values[names.indexOf(name)];
  }

  private static CapacityType capacityType(String text) {
    return CapacityType.values()[CAPACITY_TYPES.indexOf(Values.oneOf(CAPACITY_TYPES).apply(text))];
  }

  private static List<String> labels() {
    return Arrays.stream(CapacityType.values()).map(CapacityType::label).toList();
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }
}
