package io.spotwright.cli.plan;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.constraint.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags over policy: what was said about the same thing on the command line counts alone. */
final class PolicyChoice {
  static final String FAMILY = "karpenter.azure.com/sku-family";
  static final String SERIES = "karpenter.azure.com/sku-series";
  static final String CPU = "karpenter.azure.com/sku-cpu";
  static final String AKS_CPU = "kubernetes.azure.com/sku-cpu";

  private PolicyChoice() {}

  static SpotPolicy merge(PlanFlags flags, @Nullable SpotPolicy given) {
    SpotPolicy policy = given == null ? SpotPolicy.UNSET : given;
    return new SpotPolicy(
        policy.name(),
        first(flags.region(), policy.region()),
        flags.zones().isEmpty() ? policy.zones() : flags.zones(),
        flags.capacityTypes().isEmpty()
            ? policy.capacityTypes()
            : Set.<CapacityType>copyOf(flags.capacityTypes()),
        requirements(flags, policy),
        policy.onDemandBase(),
        policy.onDemandPercentageAboveBase(),
        first(flags.maxPoolShare(), policy.maxPoolShare()),
        first(flags.maxFamilyZoneShare(), policy.maxFamilyZoneShare()),
        flags.poolSafe() || policy.surviveLossOfCapacityPool(),
        first(flags.maxPods(), policy.maxPods()),
        first(flags.overhead(), policy.overhead()),
        policy.limits());
  }

  private static List<Requirement> requirements(PlanFlags flags, SpotPolicy policy) {
    List<String> overridden = new ArrayList<>();
    if (!flags.zones().isEmpty()) {
      overridden.add(Labels.ZONE);
    }
    if (!flags.capacityTypes().isEmpty()) {
      overridden.addAll(List.of(Labels.CAPACITY_TYPE, Labels.SCALE_SET_PRIORITY));
    }
    if (!flags.families().isEmpty()) {
      overridden.addAll(List.of(FAMILY, SERIES));
    }
    if (flags.maxVcpus() != null) {
      overridden.addAll(List.of(CPU, AKS_CPU));
    }
    return policy.requirements().stream()
        .filter(requirement -> !overridden.contains(requirement.key()))
        .toList();
  }

  private static <T> @Nullable T first(@Nullable T flag, @Nullable T policy) {
    return flag != null ? flag : policy;
  }
}
