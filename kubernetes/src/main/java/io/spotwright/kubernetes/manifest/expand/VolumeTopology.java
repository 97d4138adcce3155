package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.PersistentVolume;
import io.spotwright.kubernetes.manifest.cluster.StorageClass;
import io.spotwright.kubernetes.manifest.cluster.VolumeClaim;
import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import io.spotwright.kubernetes.manifest.pod.PodVolume;
import io.spotwright.kubernetes.manifest.workload.ClaimTemplate;
import io.spotwright.model.constraint.NodeSelectorTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says how many disks a pod attaches and where its volumes let it run.
 *
 * <p>A claim is an attached disk unless something says otherwise: the driver of the volume it is
 * bound to, else the provisioner of its class, else, for classes that are not in the input, the
 * names AKS gives to those for files and blobs. A claim without a class gets the default class, on
 * AKS an Azure disk. Two pods that share a claim count it twice. Where a claim is not bound yet,
 * its volume follows the pod, within the topologies its class allows.
 */
final class VolumeTopology {
  /**
   * What the volumes ask of a node: disks to attach and, per volume, terms of which one must match.
   */
  record Volumes(int disks, List<List<NodeSelectorTerm>> terms) {}

  private static final int SHOWN = 3;

  private final Inventory inventory;
  private final Diagnostics diagnostics;
  private final SortedSet<String> missing = new TreeSet<>();

  VolumeTopology(Inventory inventory, Diagnostics diagnostics) {
    this.inventory = inventory;
    this.diagnostics = diagnostics;
  }

  /** For a pod of this name, with the claims its StatefulSet makes for it. */
  Volumes of(PodTemplate template, List<ClaimTemplate> claims, String pod) {
    if (template.volumes().isEmpty() && claims.isEmpty()) {
      return new Volumes(0, List.of());
    }
    String namespace = template.spec().namespace();
    int disks = 0;
    List<List<NodeSelectorTerm>> terms = new ArrayList<>();
    for (PodVolume volume : template.volumes()) {
      disks +=
          switch (volume) {
            case PodVolume.AzureDisk() -> 1;
            case PodVolume.Ephemeral(String name) -> unbound(name, terms);
            case PodVolume.Claim(String name) -> {
              VolumeClaim claim = claim(namespace, name);
              if (claim == null) {
                missing.add(namespace + "/" + name);
              }
              yield claim == null ? 1 : bound(claim, terms);
            }
          };
    }
    for (ClaimTemplate each : claims) {
      VolumeClaim claim = claim(namespace, each.name() + "-" + pod);
      disks += claim == null ? unbound(each.storageClass(), terms) : bound(claim, terms);
    }
    return new Volumes(disks, terms);
  }

  /** Says which claims were looked for and not found. */
  void noteMissing() {
    if (!missing.isEmpty()) {
      diagnostics.note(
          missing.size()
              + " PersistentVolumeClaims are not in the input, each counts as one attached disk in"
              + " any zone: "
              + String.join(", ", missing.stream().limit(SHOWN).toList())
              + (missing.size() > SHOWN ? ", …" : ""));
    }
  }

  private @Nullable VolumeClaim claim(String namespace, String name) {
    return inventory.claims.get(new ObjectKey("PersistentVolumeClaim", namespace, name));
  }

  private int bound(VolumeClaim claim, List<List<NodeSelectorTerm>> terms) {
    PersistentVolume volume = claim.volume() == null ? null : inventory.volumes.get(claim.volume());
    if (volume == null) {
      return unbound(claim.storageClass(), terms);
    }
    if (!volume.terms().isEmpty()) {
      terms.add(volume.terms());
    }
    return volume.disk() ? 1 : 0;
  }

  private int unbound(@Nullable String className, List<List<NodeSelectorTerm>> terms) {
    StorageClass storageClass =
        className == null ? standard() : inventory.storageClasses.get(className);
    if (storageClass != null) {
      if (!storageClass.terms().isEmpty()) {
        terms.add(storageClass.terms());
      }
      return storageClass.disk() ? 1 : 0;
    }
    if (className == null || className.isEmpty() || isAksDisk(className)) {
      return 1;
    }
    if (className.startsWith("azurefile") || className.startsWith("azureblob")) {
      return 0;
    }
    diagnostics.note(
        "StorageClass "
            + className
            + " is not in the input; its volumes count as attached disks in any zone");
    return 1;
  }

  private @Nullable StorageClass standard() {
    for (StorageClass each : inventory.storageClasses.values()) {
      if (each.standard()) {
        return each;
      }
    }
    return null;
  }

  private static boolean isAksDisk(String name) {
    return name.equals("default") || name.startsWith("managed") || name.startsWith("azuredisk");
  }
}
