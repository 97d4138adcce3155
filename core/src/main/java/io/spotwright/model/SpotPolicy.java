package io.spotwright.model;

import io.spotwright.model.constraint.Requirement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a team allows and wants ({@code spotwright.io/v1alpha1}). {@code null} and empty mean "not
 * said": the program's default or the command line's flag applies.
 *
 * @param zones as {@code 1, 2, 3}
 * @param onDemandBase replicas of each workload always on on-demand
 * @param onDemandPercentageAboveBase percentage (0 to 100) of the replicas above the base on
 *     on-demand, rounded up
 * @param maxPoolShare largest share (0 to 1] of all bought vCPU in one capacity pool
 * @param maxFamilyZoneShare largest share (0 to 1] of all bought vCPU in one family and zone
 * @param surviveLossOfCapacityPool whether every workload must keep its disruption budget when any
 *     one capacity pool is lost
 * @param overhead {@code aks}, {@code karpenter} or {@code none}
 * @param limits as in a NodePool, over everything bought
 */
public record SpotPolicy(
    String name,
    @Nullable String region,
    List<String> zones,
    Set<CapacityType> capacityTypes,
    List<Requirement> requirements,
    int onDemandBase,
    int onDemandPercentageAboveBase,
    @Nullable Double maxPoolShare,
    @Nullable Double maxFamilyZoneShare,
    boolean surviveLossOfCapacityPool,
    @Nullable Integer maxPods,
    @Nullable String overhead,
    Resources limits) {

  /** A policy that says nothing. */
  public static final SpotPolicy UNSET =
      new SpotPolicy(
          "default",
          null,
          List.of(),
          Set.of(),
          List.of(),
          0,
          0,
          null,
          null,
          false,
          null,
          null,
          Resources.NONE);

  public SpotPolicy {
    zones = List.copyOf(zones);
    capacityTypes = Set.copyOf(capacityTypes);
    requirements = List.copyOf(requirements);
  }

  /** The same without the promise to survive the loss of a capacity pool. */
  public SpotPolicy withoutSurvival() {
    return new SpotPolicy(
        name,
        region,
        zones,
        capacityTypes,
        requirements,
        onDemandBase,
        onDemandPercentageAboveBase,
        maxPoolShare,
        maxFamilyZoneShare,
        false,
        maxPods,
        overhead,
        limits);
  }
}
