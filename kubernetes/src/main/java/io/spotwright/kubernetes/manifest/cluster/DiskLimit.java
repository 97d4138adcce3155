package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.tree.Fields;
import org.jspecify.annotations.Nullable;

/** How many disks can be attached to a node, as its CSINode says. */
public record DiskLimit(String node, int disks) {

  /** {@code null} when the CSINode does not limit Azure disks. */
  public static @Nullable DiskLimit read(Header header, Fields object) {
    Fields spec = object.object("spec");
    if (spec == null) {
      return null;
    }
    for (Fields driver : spec.objects("drivers")) {
      Fields allocatable = driver.object("allocatable");
      Integer count = allocatable == null ? null : allocatable.count("count");
      if (count != null && StorageClass.DISK_DRIVER.equals(driver.text("name"))) {
        return new DiskLimit(header.key().name(), count);
      }
    }
    return null;
  }
}
