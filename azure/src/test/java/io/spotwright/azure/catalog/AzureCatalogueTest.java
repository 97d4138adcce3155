package io.spotwright.azure.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;

class AzureCatalogueTest {
  private static final NodeShape SHAPE = new NodeShape(Overhead.AKS, 110);

  private final Catalogue westeurope = AzureCatalogue.load("westeurope", SHAPE);

  @Test
  void aSizeIsOfferedInEveryZoneOnSpotAndOnDemand() {
    assertThat(offerings(westeurope, "Standard_D4as_v5"))
        .extracting(Offering::zone, Offering::capacityType, Offering::hourlyPrice)
        .containsExactlyInAnyOrder(
            tuple("westeurope-1", CapacityType.SPOT, 0.038438),
            tuple("westeurope-2", CapacityType.SPOT, 0.038438),
            tuple("westeurope-3", CapacityType.SPOT, 0.038438),
            tuple("westeurope-1", CapacityType.ON_DEMAND, 0.208),
            tuple("westeurope-2", CapacityType.ON_DEMAND, 0.208),
            tuple("westeurope-3", CapacityType.ON_DEMAND, 0.208));
  }

  @Test
  void knownPricesAreNotMarkedAsEstimated() {
    assertThat(offerings(westeurope, "Standard_D4as_v5")).noneMatch(Offering::estimated);
  }

  @Test
  void anUnknownSpotPriceIsEstimatedFromTheFamilyAndMarked() {
    List<Offering> offerings = offerings(AzureCatalogue.load("eastus", SHAPE), "Standard_D4as_v5");

    assertThat(offerings)
        .filteredOn(o -> o.capacityType() == CapacityType.SPOT)
        .hasSize(3)
        .allSatisfy(o -> assertThat(o.hourlyPrice()).isEqualTo(0.031786))
        .allMatch(Offering::estimated);
    assertThat(offerings)
        .filteredOn(o -> o.capacityType() == CapacityType.ON_DEMAND)
        .allSatisfy(o -> assertThat(o.hourlyPrice()).isEqualTo(0.172))
        .noneMatch(Offering::estimated);
  }

  @Test
  void anOnDemandPriceThatWasBroughtBackFromWindowsIsMarkedToo() {
    assertThat(offerings(AzureCatalogue.load("eastus", SHAPE), "Standard_D16ads_v5"))
        .filteredOn(o -> o.capacityType() == CapacityType.ON_DEMAND)
        .allSatisfy(o -> assertThat(o.hourlyPrice()).isEqualTo(0.824))
        .allMatch(Offering::estimated);
  }

  @Test
  void burstableSizesAreNeverOfferedOnSpot() {
    assertThat(westeurope.offerings())
        .filteredOn(o -> o.size().family().startsWith("B"))
        .isNotEmpty()
        .allMatch(o -> o.capacityType() == CapacityType.ON_DEMAND);
  }

  @Test
  void aRegionWithoutZonesHasOneNamelessZone() {
    assertThat(AzureCatalogue.load("westus", SHAPE).offerings())
        .isNotEmpty()
        .allMatch(o -> o.zone().isEmpty());
  }

  @Test
  void sizesThatCannotBeNodesAreListedWithTheirReasonButNotOffered() {
    assertThat(AzureCatalogue.size("Standard_E96-24ads_v5").unusable())
        .isEqualTo("constrained vCPUs");
    assertThat(AzureCatalogue.size("Standard_B1s").unusable())
        .isEqualTo("not allowed by AKS; fewer than 2 vCPUs; less than 3.5 GiB");
    assertThat(AzureCatalogue.prices("westeurope"))
        .anyMatch(price -> price.size().name().equals("Standard_EC4as_v6"));
    assertThat(offerings(westeurope, "Standard_EC4as_v6")).isEmpty();
  }

  @Test
  void nodesCarryTheLabelsKarpenterGivesThem() {
    assertThat(offerings(westeurope, "Standard_D4as_v5").getFirst().size().labels())
        .containsEntry(Labels.INSTANCE_TYPE, "Standard_D4as_v5")
        .containsEntry(Labels.ARCH, "amd64")
        .containsEntry(Labels.OS, "linux")
        .containsEntry(Labels.REGION, "westeurope")
        .containsEntry("karpenter.azure.com/sku-name", "Standard_D4as_v5")
        .containsEntry("karpenter.azure.com/sku-family", "D")
        .containsEntry("karpenter.azure.com/sku-series", "Das_v5")
        .containsEntry("karpenter.azure.com/sku-version", "5")
        .containsEntry("karpenter.azure.com/sku-cpu", "4")
        .containsEntry("karpenter.azure.com/sku-memory", "16384")
        .containsEntry("karpenter.azure.com/sku-gpu-count", "0")
        .containsEntry("karpenter.azure.com/placement-scope", "zonal")
        .containsEntry("kubernetes.azure.com/sku-cpu", "4")
        .doesNotContainKey("karpenter.azure.com/sku-gpu-name");
  }

  @Test
  void gpusAreResourcesAndLabels() {
    Offering t4 = offerings(westeurope, "Standard_NC4as_T4_v3").getFirst();
    Offering mi300 =
        AzureCatalogue.load("australiasoutheast", SHAPE).offerings().stream()
            .filter(o -> o.size().name().equals("Standard_ND96isr_MI300X_v5"))
            .findFirst()
            .orElseThrow();

    assertThat(t4.size().allocatable().get("nvidia.com/gpu")).isEqualTo(1);
    assertThat(t4.size().labels())
        .containsEntry("karpenter.azure.com/sku-gpu-name", "T4")
        .containsEntry("karpenter.azure.com/sku-gpu-manufacturer", "nvidia");
    assertThat(mi300.size().allocatable().get("amd.com/gpu")).isEqualTo(8);
  }

  @Test
  void everyEmbeddedSizeHasTheDisksItTakes() {
    assertThat(offerings(westeurope, "Standard_D4as_v5").getFirst().size().allocatable())
        .satisfies(r -> assertThat(r.get(Resources.DISKS)).isEqualTo(8))
        .satisfies(r -> assertThat(r.get(Resources.PODS)).isEqualTo(110));
  }

  @Test
  void aCatalogueSaysWhenAndWhereItsPricesWereRead() {
    assertThat(westeurope.asOf()).isEqualTo("2026-08-22, 2026-06-18");
    assertThat(westeurope.source()).contains("azure-pricing-radar", "karpenter-provider-azure");
    assertThat(westeurope.currency()).isEqualTo("USD");
  }

  @Test
  void namesMayBeSpelledAsPeopleDo() {
    assertThat(AzureCatalogue.region("West Europe").name()).isEqualTo("westeurope");
    assertThat(AzureCatalogue.size("d4as_v5").name()).isEqualTo("Standard_D4as_v5");
  }

  @Test
  void aMistypedNameIsRefusedWithTheNearestOnes() {
    assertThatThrownBy(() -> AzureCatalogue.load("westeurop", SHAPE))
        .isInstanceOf(UnknownNameException.class)
        .hasMessage("unknown region 'westeurop'; did you mean westeurope?");
    assertThatThrownBy(() -> AzureCatalogue.size("Standard_D4sa_v5"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageStartingWith(
            "unknown VM size 'Standard_D4sa_v5'; did you mean Standard_D4as_v5");
  }

  @Test
  void aRegionWithoutPricesIsRefusedAsSuch() {
    assertThatThrownBy(() -> AzureCatalogue.load("denmarkeast", SHAPE))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageStartingWith("no prices are known for region 'denmarkeast'");
  }

  private static List<Offering> offerings(Catalogue catalogue, String size) {
    return catalogue.offerings().stream().filter(o -> o.size().name().equals(size)).toList();
  }
}
