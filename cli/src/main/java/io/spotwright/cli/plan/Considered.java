package io.spotwright.cli.plan;

import io.spotwright.cli.document.Text;
import io.spotwright.market.Offering;
import io.spotwright.model.Labels;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one phrase what a plan could choose from. */
final class Considered {
  private Considered() {}

  /**
   * @param region its name is left out of the zones'; {@code null} when offerings come from a file
   * @param families the choice of families in words, empty when there was none
   * @param maxVcpus {@code null} without a limit
   */
  static String describe(
      List<Offering> offerings,
      @Nullable String region,
      String families,
      @Nullable Integer maxVcpus) {
    long sizes = offerings.stream().map(o -> o.size().name()).distinct().count();
    StringBuilder text = new StringBuilder(Text.count(sizes, "VM size"));
    text.append(families.isEmpty() ? "" : " " + families);
    if (maxVcpus != null) {
      text.append(" with at most ").append(Text.count(maxVcpus, "vCPU"));
    }
    text.append(" (").append(join(archs(offerings))).append("), ");
    text.append(String.join(" and ", capacityTypes(offerings)));
    Set<String> zones = zones(offerings, region);
    if (!zones.isEmpty()) {
      text.append(", ").append(zones.size() == 1 ? "zone " : "zones ").append(join(zones));
    }
    return text.toString();
  }

  private static Set<String> archs(List<Offering> offerings) {
    return offerings.stream()
        .map(o -> Objects.requireNonNullElse(o.size().labels().get(Labels.ARCH), "any arch"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> capacityTypes(List<Offering> offerings) {
    return offerings.stream()
        .map(o -> o.capacityType().label())
        .collect(Collectors.toCollection(() -> new TreeSet<String>().descendingSet()));
  }

  private static Set<String> zones(List<Offering> offerings, @Nullable String region) {
    String prefix = region + "-";
    return offerings.stream()
        .map(Offering::zone)
        .filter(zone -> !zone.isEmpty())
        .map(zone -> zone.startsWith(prefix) ? zone.substring(prefix.length()) : zone)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String join(Set<String> names) {
    return String.join(", ", names);
  }
}
