package io.spotwright.azure.catalog;

import io.spotwright.model.Resources;
import java.util.Locale;
import java.util.Map;

/**
 * What of a VM its pods cannot use, by who manages the node. Sources: Microsoft's page
 * "node-resource-reservations" and karpenter-provider-azure 352646f5 ({@code instancetype.go}).
 *
 * <p>All of them reserve CPU alike: 60m of the first core, 40m of the second, 20m of the third and
 * fourth, 10m of every further one.
 */
public enum Overhead {
  /**
   * AKS from 1.29 on. Kubelet reserves the lesser of 20 MiB per pod slot + 50 MiB and a quarter of
   * the memory, and evicts below 100 MiB. The page says MB; running nodes carry {@code
   * memory=2250Mi} for 110 pods and {@code 5050Mi} for 250.
   *
   * <p>A VM also shows less memory than its size says, which nobody publishes. Nodes seen in public
   * reports miss 164 to 173 MiB of 4 GiB and 365 MiB of 16 GiB, that is 16 MiB per GiB (the
   * kernel's page tables) and about 110 MiB; 20 MiB per GiB and 128 MiB are assumed, so as to err
   * on the safe side.
   *
   * <p>The OS disk has 128 GiB, of which ext4 leaves 129,886,128 KiB; kubelet keeps 10 % of it
   * free.
   */
  AKS {
    @Override
    long memory(AzureSize size) {
      return nominal(size) - (long) (size.memoryGib() * 20 * MIB) - 128 * MIB;
    }

    @Override
    long disk() {
      return 129_886_128L * 1024;
    }

    @Override
    Map<String, Long> reserved(AzureSize size, int maxPods) {
      long memory = Math.min((20L * maxPods + 50) * MIB, nominal(size) / 4) + 100 * MIB;
      // Kubelet multiplies by a float of 0.1; with it the allocatable bytes are those of real
      // nodes.
      return Map.of(
          Resources.CPU,
          cpu(size.vcpus()),
          Resources.MEMORY,
          memory,
          Resources.EPHEMERAL_STORAGE,
          (long) (disk() * (double) 0.1f));
    }
  },

  /**
   * Self-hosted Karpenter: it takes 7.5 % off the memory for the hypervisor, keeps the brackets
   * that AKS had before 1.29 and passes them to kubelet, evicting below 750 MiB. The OS disk counts
   * with 128 GB, nothing of it reserved.
   */
  KARPENTER {
    @Override
    long memory(AzureSize size) {
      long whole = (long) size.memoryGib() * GIB;
      return whole - (long) Math.ceil(whole * 0.075);
    }

    @Override
    long disk() {
      return 128_000_000_000L;
    }

    @Override
    Map<String, Long> reserved(AzureSize size, int maxPods) {
      return Map.of(
          Resources.CPU,
          cpu(size.vcpus()),
          Resources.MEMORY,
          (bracketsMib(size.memoryGib()) + 750) * MIB);
    }
  },

  /** Everything that the size says, for clusters whose reservations are in the daemon sets. */
  NONE {
    @Override
    long memory(AzureSize size) {
      return nominal(size);
    }

    @Override
    long disk() {
      return 128 * GIB;
    }

    @Override
    Map<String, Long> reserved(AzureSize size, int maxPods) {
      return Map.of();
    }
  };

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /** Memory that the node reports as its capacity, in bytes. */
  abstract long memory(AzureSize size);

  /** Ephemeral storage that the node reports as its capacity, in bytes. */
  abstract long disk();

  /** Kube reserved and eviction threshold by resource name. */
  abstract Map<String, Long> reserved(AzureSize size, int maxPods);

  /** The rule spelled {@code aks}, {@code karpenter} or {@code none}. */
  public static Overhead of(String text) {
    for (Overhead overhead : values()) {
      if (overhead.name().equals(text.toUpperCase(Locale.ROOT))) {
        return overhead;
      }
    }
    throw new IllegalArgumentException(
        "unknown overhead '" + text + "'; known: aks, karpenter, none");
  }

  private static long nominal(AzureSize size) {
    return (long) (size.memoryGib() * GIB);
  }

  private static long cpu(int vcpus) {
    long milli = 60;
    milli += 40L * Math.clamp(vcpus - 1, 0, 1);
    milli += 20L * Math.clamp(vcpus - 2, 0, 2);
    return milli + 10L * Math.max(0, vcpus - 4);
  }

  /** 25 % of the first 4 GiB, 20 % to 8, 10 % to 16, 6 % to 128, 2 % above, in whole MiB. */
  private static long bracketsMib(double gib) {
    double reserved =
        .25 * Math.min(gib, 4)
            + .20 * Math.clamp(gib - 4, 0, 4)
            + .10 * Math.clamp(gib - 8, 0, 8)
            + .06 * Math.clamp(gib - 16, 0, 112)
            + .02 * Math.max(0, gib - 128);
    return (long) (1024 * reserved);
  }
}
