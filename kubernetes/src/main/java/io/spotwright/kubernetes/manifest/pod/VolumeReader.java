package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the volumes of a pod that may be disks attached to its node. */
final class VolumeReader {
  private VolumeReader() {}

  static List<PodVolume> read(Fields podSpec) {
    List<PodVolume> volumes = new ArrayList<>(0);
    for (Fields volume : podSpec.objects("volumes")) {
      Fields claim = volume.object("persistentVolumeClaim");
      Fields ephemeral = volume.object("ephemeral");
      if (claim != null) {
        String name = claim.text("claimName");
        if (name == null) {
          claim.missing("claimName");
        } else {
          volumes.add(new PodVolume.Claim(name));
        }
      } else if (ephemeral != null) {
        volumes.add(new PodVolume.Ephemeral(storageClass(ephemeral.object("volumeClaimTemplate"))));
      } else if (volume.has("azureDisk")) {
        volumes.add(new PodVolume.AzureDisk());
      }
    }
    return volumes;
  }

  private static @Nullable String storageClass(@Nullable Fields template) {
    Fields spec = template == null ? null : template.object("spec");
    return spec == null ? null : spec.text("storageClassName");
  }
}
