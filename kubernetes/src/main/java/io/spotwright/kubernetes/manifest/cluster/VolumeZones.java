package io.spotwright.kubernetes.manifest.cluster;

import io.spotwright.model.Labels;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Requirement;
import java.util.List;
import java.util.Map;

/**
 * Brings the zone keys that disk drivers use to the one key every node has: nodes yet to be bought
 * carry no label of a driver.
 */
final class VolumeZones {
  private static final Map<String, String> COMMON =
      Map.of(
          "topology.disk.csi.azure.com/zone", Labels.ZONE,
          "failure-domain.beta.kubernetes.io/zone", Labels.ZONE,
          "failure-domain.beta.kubernetes.io/region", Labels.REGION);

  private VolumeZones() {}

  static List<NodeSelectorTerm> common(List<NodeSelectorTerm> terms) {
    return terms.stream()
        .map(term ->
            new NodeSelectorTerm(
                term.matchExpressions().stream().map(VolumeZones::common).toList(),
                term.matchFields()))
        .toList();
  }

  private static Requirement common(Requirement requirement) {
    String key = COMMON.get(requirement.key());
    return key == null
        ? requirement
        : new Requirement(key, requirement.operator(), requirement.values());
  }
}
