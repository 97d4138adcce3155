package io.spotwright.azure.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a VM size, the same in every region.
 *
 * @param name with its prefix, for instance {@code Standard_D4as_v5}
 * @param family letters, features and version, for instance {@code Dasv5}
 * @param series as Karpenter's {@code sku-series} label spells it, for instance {@code Das_v5}
 * @param version 1 when the name has none
 * @param vcpus usable vCPUs
 * @param quotaVcpus vCPUs counted against quota; more than {@code vcpus} for constrained sizes
 * @param memoryGib nominal memory in GiB
 * @param memoryByRule whether the memory is inferred from the family instead of read from a list
 * @param arch {@code amd64} or {@code arm64}
 * @param gpuModel empty without GPU
 * @param ephemeralOsDiskGib largest ephemeral OS disk in GiB, {@code null} when not known
 * @param acceleratedNetworking {@code null} when not known
 * @param quotaFamily name of the quota, empty when not known
 * @param unusable why AKS or Karpenter runs no nodes on it, empty when they do
 */
public record AzureSize(
    String name,
    String family,
    String series,
    String version,
    int vcpus,
    int quotaVcpus,
    double memoryGib,
    boolean memoryByRule,
    String arch,
    int gpus,
    String gpuModel,
    int maxDataDisks,
    @Nullable Boolean acceleratedNetworking,
    boolean premiumStorage,
    @Nullable Integer ephemeralOsDiskGib,
    String quotaFamily,
    Set<String> traits,
    String unusable) {

  public AzureSize {
    traits = Set.copyOf(traits);
  }

  /** Whether nodes can run on it under AKS's and Karpenter's own rules. */
  public boolean usable() {
    return unusable.isEmpty();
  }

  /**
   * Burstable sizes are never offered on spot: the first generation has no spot price at all and
   * the second costs 90 % of on-demand in most regions.
   */
  public boolean burstable() {
    return traits.contains("burstable");
  }
}
