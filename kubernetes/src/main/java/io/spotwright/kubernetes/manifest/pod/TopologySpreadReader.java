package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads topology spread constraints and applies the API's defaults. */
final class TopologySpreadReader {
  private static final List<String> POLICIES = List.of("Honor", "Ignore");
  private static final List<String> UNSATISFIABLE = List.of("DoNotSchedule", "ScheduleAnyway");

  private TopologySpreadReader() {}

  static List<TopologySpread> read(Fields podSpec) {
    List<TopologySpread> spreads = new ArrayList<>();
    for (Fields fields : podSpec.objects("topologySpreadConstraints")) {
      TopologySpread spread = spread(fields);
      if (spread != null) {
        spreads.add(spread);
      }
    }
    return spreads;
  }

  private static @Nullable TopologySpread spread(Fields fields) {
    String topologyKey = topologyKey(fields);
    Integer maxSkew = fields.number("maxSkew", 1, Integer.MAX_VALUE);
    String unsatisfiable = fields.oneOf("whenUnsatisfiable", UNSATISFIABLE);
    LabelSelector selector = SelectorReader.read(fields, "labelSelector");
    Integer minDomains = fields.number("minDomains", 1, Integer.MAX_VALUE);
    String affinity = fields.oneOf("nodeAffinityPolicy", POLICIES);
    String taints = fields.oneOf("nodeTaintsPolicy", POLICIES);
    List<String> matchLabelKeys = fields.texts("matchLabelKeys");
    for (String required : List.of("maxSkew", "whenUnsatisfiable")) {
      if (!fields.has(required)) {
        fields.missing(required);
      }
    }
    if (topologyKey == null || maxSkew == null || unsatisfiable == null) {
      return null;
    }
    boolean hard = unsatisfiable.equals("DoNotSchedule");
    if (minDomains != null && !hard) {
      fields.problem(
          "minDomains",
          fields.path("minDomains") + " needs whenUnsatisfiable: DoNotSchedule",
          "remove minDomains, or make the constraint hard");
    }
    return new TopologySpread(
        maxSkew,
        topologyKey,
        hard,
        selector,
        minDomains == null ? 1 : minDomains,
        !"Ignore".equals(affinity),
        "Honor".equals(taints),
        matchLabelKeys);
  }

  static @Nullable String topologyKey(Fields fields) {
    String key = fields.text("topologyKey");
    if (!fields.has("topologyKey")) {
      fields.problem(
          "topologyKey",
          fields.path("topologyKey") + " is missing",
          "a node label, such as topology.kubernetes.io/zone");
    } else if (key != null && !LabelRules.isKey(key)) {
      fields.problem("topologyKey", LabelRules.badKey(fields.path(), key), LabelRules.KEY_HINT);
      return null;
    }
    return key;
  }
}
