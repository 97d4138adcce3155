package io.spotwright.kubernetes.manifest.policy;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.RequirementReader;
import io.spotwright.kubernetes.manifest.pod.ResourceReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a SpotPolicy strictly: a misspelt field must not silently be no rule at all. */
public final class PolicyReader {
  private static final List<String> TYPES =
      Arrays.stream(CapacityType.values()).map(CapacityType::label).toList();
  private static final List<String> OVERHEADS = List.of("aks", "karpenter", "none");
  private static final List<String> LIMITS = List.of(Resources.CPU, Resources.MEMORY, "nodes");
  private static final int FEWEST_PODS = 10;
  private static final int MOST_PODS = 250;

  private PolicyReader() {}

  /** Faulty fields are reported and read as not said. */
  public static SpotPolicy read(Header header, Fields object) {
    object.only(List.of("apiVersion", "kind", "metadata", "spec", "status"));
    Fields spec = object.object("spec");
    if (spec == null) {
      if (!object.has("spec")) {
        object.missing("spec");
      }
      return SpotPolicy.UNSET;
    }
    spec.only(
        List.of("region", "zones", "requirements", "capacityMix", "spread", "nodes", "limits"));
    Mix mix = mix(spec.object("capacityMix"));
    Fields spread = known(spec, "spread", "maxPoolShare", "maxFamilyZoneShare", "surviveLossOf");
    Fields nodes = known(spec, "nodes", "maxPods", "overhead");
    Fields limits = spec.object("limits");
    if (limits != null) {
      limits.only(LIMITS);
    }
    return new SpotPolicy(
        header.key().name(),
        spec.text("region"),
        zones(spec),
        mix.types(),
        RequirementReader.NODE_POOL.read(spec, "requirements"),
        mix.base(),
        mix.percentage(),
        Shares.read(spread, "maxPoolShare"),
        Shares.read(spread, "maxFamilyZoneShare"),
        spread != null && spread.oneOf("surviveLossOf", List.of("capacityPool")) != null,
        nodes == null ? null : nodes.number("maxPods", FEWEST_PODS, MOST_PODS),
        nodes == null ? null : nodes.oneOf("overhead", OVERHEADS),
        ResourceReader.limits(spec, "limits"));
  }

  private record Mix(Set<CapacityType> types, int base, int percentage) {}

  private static Mix mix(@Nullable Fields mix) {
    Set<CapacityType> types = EnumSet.noneOf(CapacityType.class);
    if (mix == null) {
      return new Mix(types, 0, 0);
    }
    mix.only(List.of("capacityTypes", "onDemandBase", "onDemandPercentageAboveBase"));
    for (String each : mix.texts("capacityTypes")) {
      int at = TYPES.indexOf(each);
      if (at < 0) {
        mix.problem(
            "capacityTypes",
            mix.path("capacityTypes") + " has the unknown value \"" + each + "\"",
            "known: " + String.join(", ", TYPES));
      } else {
        types.add(CapacityType.values()[at]);
      }
    }
    Integer base = mix.count("onDemandBase");
    Integer percentage = mix.number("onDemandPercentageAboveBase", 0, 100);
    return new Mix(types, base == null ? 0 : base, percentage == null ? 0 : percentage);
  }

  private static @Nullable Fields known(Fields spec, String key, String... fields) {
    Fields object = spec.object(key);
    if (object != null) {
      object.only(List.of(fields));
    }
    return object;
  }

  private static List<String> zones(Fields spec) {
    List<String> zones = spec.texts("zones");
    for (String zone : zones) {
      if (!zone.matches("[1-9]")) {
        spec.problem(
            "zones",
            spec.path("zones") + " has the unknown zone \"" + zone + "\"",
            "Azure's zones are \"1\", \"2\", \"3\"");
      }
    }
    return zones;
  }
}
