package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.NodeAffinityReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.Labels;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PersistentVolume.
 *
 * @param disk whether it is an Azure disk
 * @param terms of which a node must match one; empty: it can be used anywhere
 */
public record PersistentVolume(String name, boolean disk, List<NodeSelectorTerm> terms) {
  private static final String ZONE_SEPARATOR = "__";

  /** {@code null} when it has no spec, which is reported. */
  public static @Nullable PersistentVolume read(Header header, Fields object) {
    Fields spec = object.object("spec");
    if (spec == null) {
      object.missing("spec");
      return null;
    }
    Fields csi = spec.object("csi");
    boolean disk =
        spec.has("azureDisk")
            || (csi != null && StorageClass.DISK_DRIVER.equals(csi.text("driver")));
    List<NodeSelectorTerm> terms =
        VolumeZones.common(NodeAffinityReader.required(spec.object("nodeAffinity"), "required"));
    return new PersistentVolume(
        header.key().name(), disk, terms.isEmpty() ? labelled(header) : terms);
  }

  /** Volumes of the in-tree driver say their zones in a label, parted by two underscores. */
  private static List<NodeSelectorTerm> labelled(Header header) {
    String zones = header.labels().get(Labels.ZONE);
    if (zones == null) {
      zones = header.labels().get("failure-domain.beta.kubernetes.io/zone");
    }
    return zones == null || zones.isEmpty()
        ? List.of()
        : List.of(
            new NodeSelectorTerm(
                List.of(
                    new Requirement(
                        Labels.ZONE, Operator.IN, List.of(zones.split(ZONE_SEPARATOR))))));
  }
}
