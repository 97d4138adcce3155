package io.spotwright.market;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.NearestNames;
import io.spotwright.model.constraint.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which offerings may be bought. Empty and {@code null} mean "any".
 *
 * @param families series letters ({@code D}, {@code NC}) or exact families ({@code Dasv5}, also
 *     spelled {@code Das_v5}), in any case; a single letter takes every family that starts with it
 * @param minVcpus of the size
 * @param maxVcpus of the size
 * @param zones as {@code 1} or as in the zone label, {@code westeurope-1}
 * @param arch {@code amd64} or {@code arm64}
 * @param requirements over the size's labels, zone and capacity type, in Karpenter's keys
 */
public record OfferingFilter(
    List<String> families,
    @Nullable Integer minVcpus,
    @Nullable Integer maxVcpus,
    List<String> zones,
    @Nullable String arch,
    Set<CapacityType> capacityTypes,
    List<Requirement> requirements) {

  public static final OfferingFilter ANY =
      new OfferingFilter(List.of(), null, null, List.of(), null, Set.of(), List.of());

  public OfferingFilter {
    families = List.copyOf(families);
    zones = List.copyOf(zones);
    capacityTypes = Set.copyOf(capacityTypes);
    requirements = List.copyOf(requirements);
  }

  public OfferingFilter withFamilies(List<String> wanted) {
    return new OfferingFilter(wanted, minVcpus, maxVcpus, zones, arch, capacityTypes, requirements);
  }

  public OfferingFilter withVcpus(@Nullable Integer least, @Nullable Integer most) {
    return new OfferingFilter(families, least, most, zones, arch, capacityTypes, requirements);
  }

  public OfferingFilter withZones(List<String> wanted) {
    return new OfferingFilter(
        families, minVcpus, maxVcpus, wanted, arch, capacityTypes, requirements);
  }

  public OfferingFilter withArch(@Nullable String wanted) {
    return new OfferingFilter(
        families, minVcpus, maxVcpus, zones, wanted, capacityTypes, requirements);
  }

  public OfferingFilter withCapacityTypes(Set<CapacityType> wanted) {
    return new OfferingFilter(families, minVcpus, maxVcpus, zones, arch, wanted, requirements);
  }

  public OfferingFilter withRequirements(List<Requirement> wanted) {
    return new OfferingFilter(families, minVcpus, maxVcpus, zones, arch, capacityTypes, wanted);
  }

  /** Those accepted, in their order. */
  public List<Offering> apply(Collection<Offering> offerings) {
    return offerings.stream().filter(this::accepts).toList();
  }

  public boolean accepts(Offering offering) {
    return acceptsSize(offering.size())
        && (zones.isEmpty() || zones.stream().anyMatch(zone -> isZone(zone, offering.zone())))
        && (capacityTypes.isEmpty() || capacityTypes.contains(offering.capacityType()))
        && requirements.stream().allMatch(r -> r.matches(label(offering, r.key())));
  }

  private boolean acceptsSize(VmSize size) {
    return (minVcpus == null || size.vcpus() >= minVcpus)
        && (maxVcpus == null || size.vcpus() <= maxVcpus)
        && (arch == null || arch.equals(size.labels().get(Labels.ARCH)))
        && acceptsFamily(size.family());
  }

  /** Whether a size of this family passes {@link #families()}. */
  public boolean acceptsFamily(String family) {
    return families.isEmpty() || families.stream().anyMatch(wanted -> isFamily(wanted, family));
  }

  /**
   * One sentence for each family and zone asked for that no offering has, with the nearest names,
   * so that a typing error does not look like a sold-out market.
   */
  public List<String> unmatched(Collection<Offering> offerings) {
    Set<String> allFamilies =
        offerings.stream()
            .map(o -> o.size().family())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> allZones =
        offerings.stream().map(Offering::zone).collect(Collectors.toCollection(TreeSet::new));
    List<String> sentences = new ArrayList<>();
    for (String wanted : families) {
      if (allFamilies.stream().noneMatch(family -> isFamily(wanted, family))) {
        sentences.add(
            "no VM size of family '" + wanted + "'" + NearestNames.hint(wanted, allFamilies));
      }
    }
    for (String wanted : zones) {
      if (allZones.stream().noneMatch(zone -> isZone(wanted, zone))) {
        allZones.remove("");
        String known = allZones.isEmpty() ? "the region has none" : String.join(", ", allZones);
        sentences.add("no zone '" + wanted + "'; known: " + known);
      }
    }
    return sentences;
  }

  private static boolean isFamily(String wanted, String family) {
    String name = wanted.replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
    String known = family.replace(" ", "").toLowerCase(Locale.ROOT);
    if (name.length() == 1) {
      return known.startsWith(name);
    }
    return known.equals(name) || letters(family).equals(name);
  }

  /** The capitals a family starts with, which name its series: {@code nc} of {@code NCas T4 v3}. */
  private static String letters(String family) {
    int end = 0;
    while (end < family.length() && Character.isUpperCase(family.charAt(end))) {
      end++;
    }
    return family.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isZone(String wanted, String zone) {
    return zone.equals(wanted) || zone.endsWith("-" + wanted);
  }

  private static @Nullable String label(Offering offering, String key) {
    return switch (key) {
      case Labels.ZONE -> offering.zone();
      case Labels.CAPACITY_TYPE -> offering.capacityType().label();
      case Labels.SCALE_SET_PRIORITY ->
          offering.capacityType() == CapacityType.SPOT ? "spot" : "regular";
      default -> offering.size().labels().get(key);
    };
  }
}
