package io.spotwright.azure.catalog;

import io.spotwright.model.Labels;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The node labels that follow from size and region, with the values Karpenter on Azure gives them.
 * Left out because no public list has them: {@code sku-hyperv-generation}, {@code
 * sku-storage-ultra-ssd}.
 */
final class SizeLabels {
  private static final String KARPENTER = "karpenter.azure.com/";
  private static final String AKS = "kubernetes.azure.com/";

  private SizeLabels() {}

  static SortedMap<String, String> of(AzureSize size, Region region) {
    String cpu = Integer.toString(size.vcpus());
    String memoryMib = Long.toString((long) (size.memoryGib() * 1024));
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.INSTANCE_TYPE, size.name());
    labels.put(Labels.ARCH, size.arch());
    labels.put(Labels.OS, "linux");
    labels.put(Labels.REGION, region.name());
    labels.put(KARPENTER + "placement-scope", region.zoneCount() == 0 ? "regional" : "zonal");
    labels.put(KARPENTER + "sku-name", size.name());
    labels.put(KARPENTER + "sku-family", size.family().substring(0, 1));
    labels.put(KARPENTER + "sku-series", size.series());
    labels.put(KARPENTER + "sku-version", size.version());
    labels.put(KARPENTER + "sku-cpu", cpu);
    labels.put(KARPENTER + "sku-memory", memoryMib);
    labels.put(AKS + "sku-cpu", cpu);
    labels.put(AKS + "sku-memory", memoryMib);
    labels.put(KARPENTER + "sku-storage-premium-capable", Boolean.toString(size.premiumStorage()));
    if (size.acceleratedNetworking() != null) {
      labels.put(KARPENTER + "sku-networking-accelerated", size.acceleratedNetworking().toString());
    }
    Integer ephemeral = size.ephemeralOsDiskGib();
    if (ephemeral != null && ephemeral > 0) {
      labels.put(
          KARPENTER + "sku-storage-ephemeralos-maxsize",
          Long.toString(ephemeral * (1L << 30) / 1_000_000_000));
    }
    addGpu(labels, size);
    return labels;
  }

  private static void addGpu(SortedMap<String, String> labels, AzureSize size) {
    labels.put(KARPENTER + "sku-gpu-count", Integer.toString(size.gpus()));
    if (size.gpus() > 0) {
      String[] model = size.gpuModel().split(" ", -1);
      labels.put(KARPENTER + "sku-gpu-manufacturer", model[0].toLowerCase(Locale.ROOT));
      labels.put(KARPENTER + "sku-gpu-name", model[model.length - 1]);
    }
  }
}
