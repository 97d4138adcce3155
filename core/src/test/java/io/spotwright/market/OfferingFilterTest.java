package io.spotwright.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OfferingFilterTest {
  private static final Offering D4 = offering("Standard_D4as_v5", "Dasv5", 4, "amd64", "we-1");
  private static final Offering D16 = offering("Standard_D16pls_v6", "Dplsv6", 16, "arm64", "we-2");
  private static final Offering T4 =
      offering("Standard_NC4as_T4_v3", "NCas T4 v3", 4, "amd64", "we-3");
  private static final Offering E8 =
      new Offering(eightCores(), "we-1", CapacityType.ON_DEMAND, 0.5, false);
  private static final List<Offering> ALL = List.of(D4, D16, T4, E8);

  @Test
  void anythingPassesAnEmptyFilter() {
    assertThat(OfferingFilter.ANY.apply(ALL)).containsExactlyElementsOf(ALL);
  }

  @Test
  void aLetterTakesAllFamiliesThatStartWithIt() {
    assertThat(families("D")).containsExactly(D4, D16);
    assertThat(families("N", "e")).containsExactly(T4, E8);
  }

  @Test
  void severalLettersTakeTheSeriesAndAFullNameOneFamily() {
    assertThat(families("NC")).containsExactly(T4);
    assertThat(families("Dasv5")).containsExactly(D4);
    assertThat(families("das_v5")).containsExactly(D4);
    assertThat(families("NCas_T4_v3")).containsExactly(T4);
    assertThat(families("Das")).isEmpty();
  }

  @Test
  void vcpusAreBoundedOnBothSides() {
    assertThat(OfferingFilter.ANY.withVcpus(5, 8).apply(ALL)).containsExactly(E8);
    assertThat(OfferingFilter.ANY.withVcpus(null, 4).apply(ALL)).containsExactly(D4, T4);
  }

  @Test
  void zonesAreNamedByNumberOrInFull() {
    assertThat(OfferingFilter.ANY.withZones(List.of("1", "we-3")).apply(ALL))
        .containsExactly(D4, T4, E8);
  }

  @Test
  void archAndCapacityTypeAreExact() {
    assertThat(OfferingFilter.ANY.withArch("arm64").apply(ALL)).containsExactly(D16);
    assertThat(OfferingFilter.ANY.withCapacityTypes(Set.of(CapacityType.ON_DEMAND)).apply(ALL))
        .containsExactly(E8);
  }

  @Test
  void requirementsSeeLabelsZoneAndCapacityType() {
    assertThat(require(Requirement.in(Labels.ZONE, "we-1", "we-2"))).containsExactly(D4, D16, E8);
    assertThat(require(Requirement.in(Labels.CAPACITY_TYPE, "on-demand"))).containsExactly(E8);
    assertThat(require(Requirement.in(Labels.SCALE_SET_PRIORITY, "regular"))).containsExactly(E8);
    assertThat(require(new Requirement(Labels.ARCH, Operator.NOT_IN, List.of("arm64"))))
        .containsExactly(D4, T4, E8);
    assertThat(require(new Requirement("sku-cpu", Operator.GT, List.of("4"))))
        .containsExactly(D16, E8);
  }

  @Test
  void allRequirementsMustHold() {
    assertThat(
            OfferingFilter.ANY
                .withRequirements(
                    List.of(
                        Requirement.in(Labels.ZONE, "we-1"),
                        Requirement.in(Labels.CAPACITY_TYPE, "spot")))
                .apply(ALL))
        .containsExactly(D4);
  }

  @Test
  void namesThatMatchNothingAreToldWithTheNearestOnes() {
    OfferingFilter filter =
        OfferingFilter.ANY.withFamilies(List.of("D", "Dsav5")).withZones(List.of("1", "4"));

    assertThat(filter.unmatched(ALL))
        .containsExactly(
            "no VM size of family 'Dsav5'; did you mean Dasv5?",
            "no zone '4'; known: we-1, we-2, we-3");
  }

  private static List<Offering> families(String... names) {
    return OfferingFilter.ANY.withFamilies(List.of(names)).apply(ALL);
  }

  private static List<Offering> require(Requirement requirement) {
    return OfferingFilter.ANY.withRequirements(List.of(requirement)).apply(ALL);
  }

  private static VmSize eightCores() {
    return offering("Standard_E8s_v5", "Esv5", 8, "amd64", "").size();
  }

  private static Offering offering(
      String name, String family, int vcpus, String arch, String zone) {
    TreeMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.ARCH, arch);
    labels.put("sku-cpu", Integer.toString(vcpus));
    Resources resources = Resources.of(vcpus * 1000L, 1L << 34, 110);
    VmSize size = new VmSize(name, family, vcpus, labels, resources, resources);
    return new Offering(size, zone, CapacityType.SPOT, 0.1, false);
  }
}
