package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.ResourceReader;
import io.spotwright.kubernetes.manifest.pod.TaintReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Taint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Node object; its pods are other objects. */
public record ClusterNode(
    Header header,
    SortedMap<String, String> labels,
    List<Taint> taints,
    Resources allocatable,
    boolean schedulable) {
  private static final String IN_TREE_DISKS = "attachable-volumes-azure-disk";

  /** {@code null} when nothing is known of its capacity, which is reported. */
  public static @Nullable ClusterNode read(Header header, Fields object) {
    Fields spec = object.object("spec");
    Fields status = object.object("status");
    String source = status == null || status.has("allocatable") ? "allocatable" : "capacity";
    if (status == null || !status.has(source)) {
      object.problem(
          "status",
          header.key() + " has no status.allocatable",
          "take the node from the cluster: kubectl get node -o yaml");
      return null;
    }
    SortedMap<String, String> labels = new TreeMap<>(header.labels());
    labels.putIfAbsent(Labels.HOSTNAME, header.key().name());
    return new ClusterNode(
        header,
        labels,
        spec == null ? List.of() : TaintReader.taints(spec, "taints"),
        renamed(ResourceReader.read(status, source)),
        !header.terminating() && (spec == null || !spec.flag("unschedulable", false)));
  }

  private static Resources renamed(Resources resources) {
    SortedMap<String, Long> amounts = resources.asMap();
    Long disks = amounts.remove(IN_TREE_DISKS);
    if (disks != null) {
      amounts.put(Resources.DISKS, disks);
    }
    return Resources.of(amounts);
  }
}
