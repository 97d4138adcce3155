package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A StorageClass.
 *
 * @param disk whether its volumes are Azure disks
 * @param standard whether claims without a class get it
 * @param terms where its volumes may be made; empty: anywhere
 */
public record StorageClass(
    String name, boolean disk, boolean standard, List<NodeSelectorTerm> terms) {
  public static final String DISK_DRIVER = "disk.csi.azure.com";
  private static final Set<String> DISK_DRIVERS = Set.of(DISK_DRIVER, "kubernetes.io/azure-disk");

  public static StorageClass read(Header header, Fields object) {
    List<NodeSelectorTerm> terms = new ArrayList<>();
    for (Fields topology : object.objects("allowedTopologies")) {
      List<Requirement> requirements = new ArrayList<>();
      for (Fields expression : topology.objects("matchLabelExpressions")) {
        String key = expression.text("key");
        List<String> values = expression.texts("values");
        if (key != null && !values.isEmpty()) {
          requirements.add(new Requirement(key, Operator.IN, values));
        }
      }
      terms.add(new NodeSelectorTerm(requirements));
    }
    String provisioner = object.text("provisioner", "");
    return new StorageClass(
        header.key().name(),
        DISK_DRIVERS.contains(provisioner),
        "true".equals(header.annotations().get("storageclass.kubernetes.io/is-default-class")),
        VolumeZones.common(terms));
  }
}
