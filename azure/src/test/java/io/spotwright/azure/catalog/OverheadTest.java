package io.spotwright.azure.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotwright.market.Catalogue;
import io.spotwright.market.VmSize;
import io.spotwright.model.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverheadTest {
  private static final long MIB = 1L << 20;

  /** The examples of Microsoft's page, read in MiB as running nodes show them. */
  @ParameterizedTest
  @CsvSource({
    "Standard_D2as_v5, 30, 650",
    "Standard_F2s_v2, 70, 1024",
    "Standard_D8as_v5, 110, 2250",
    "Standard_D8as_v5, 250, 5050",
  })
  void aksReservesMemoryByPodSlotsUpToAQuarter(String size, int maxPods, long reservedMib) {
    long reserved = reserved(Overhead.AKS, size, maxPods, Resources.MEMORY);

    assertThat(reserved).isEqualTo((reservedMib + 100) * MIB);
  }

  @ParameterizedTest
  @CsvSource({
    "Standard_DS1_v2, 60",
    "Standard_D2as_v5, 100",
    "Standard_D4as_v5, 140",
    "Standard_D8as_v5, 180",
    "Standard_D16as_v5, 260",
    "Standard_D32as_v5, 420",
    "Standard_D64as_v5, 740",
  })
  void cpuIsReservedAsInTheTableOfMicrosoftsPage(String size, long milli) {
    assertThat(reserved(Overhead.AKS, size, 30, Resources.CPU)).isEqualTo(milli);
    assertThat(reserved(Overhead.KARPENTER, size, 30, Resources.CPU)).isEqualTo(milli);
  }

  /** Nodes seen in public reports: 4 GiB showed 4016988 KiB or more, 16 GiB showed 16403296 KiB. */
  @Test
  void anAksNodeIsNotAssumedToShowMoreMemoryThanRealOnesDo() {
    assertThat(node(Overhead.AKS, "Standard_F2s_v2", 30).capacity().memory())
        .isLessThanOrEqualTo(4_016_988L * 1024);
    assertThat(node(Overhead.AKS, "Standard_D4s_v3", 30).capacity().memory())
        .isLessThanOrEqualTo(16_403_296L * 1024);
  }

  @Test
  void anAksNodeHasTheDiskThatRealOnesShow() {
    VmSize node = node(Overhead.AKS, "Standard_F2s_v2", 110);

    assertThat(node.capacity().get(Resources.EPHEMERAL_STORAGE)).isEqualTo(129_886_128L * 1024);
    assertThat(node.allocatable().get(Resources.EPHEMERAL_STORAGE)).isEqualTo(119_703_055_367L);
  }

  /** Figures of Karpenter's own code for these sizes. */
  @ParameterizedTest
  @CsvSource({
    "Standard_D11_v2, 13904956620, 3362783232, 100",
    "Standard_F2s_v2, 3972844748, 1860173824, 100",
    "Standard_D4as_v5, 15891378995, 3577741312, 140",
    "Standard_E8s_v5, 63565515980, 6669991936, 180",
    "Standard_D128ads_v7, 508524127846, 19040043008, 1380",
  })
  void karpenterTakesSevenAndAHalfPercentAndTheOldBrackets(
      String size, long memory, long overhead, long cpuMilli) {
    VmSize node = node(Overhead.KARPENTER, size, 250);

    assertThat(node.capacity().memory()).isEqualTo(memory);
    assertThat(memory - node.allocatable().memory()).isEqualTo(overhead);
    assertThat(node.capacity().cpu() - node.allocatable().cpu()).isEqualTo(cpuMilli);
    assertThat(node.allocatable().get(Resources.EPHEMERAL_STORAGE)).isEqualTo(128_000_000_000L);
  }

  @Test
  void withoutOverheadPodsGetTheWholeVm() {
    VmSize node = node(Overhead.NONE, "Standard_D4as_v5", 50);

    assertThat(node.allocatable()).isEqualTo(node.capacity());
    assertThat(node.allocatable().memory()).isEqualTo(16L << 30);
    assertThat(node.allocatable().get(Resources.PODS)).isEqualTo(50);
  }

  @Test
  void podSlotsOutsideWhatAksAllowsAreRefused() {
    assertThatThrownBy(() -> new NodeShape(Overhead.AKS, 251))
        .hasMessage("max pods is 251; AKS allows 10 to 250 pods on a node");
    assertThatThrownBy(() -> new NodeShape(Overhead.AKS, 9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overheadsAreNamedAsOnTheCommandLine() {
    assertThat(Overhead.of("aks")).isEqualTo(Overhead.AKS);
    assertThat(Overhead.of("karpenter")).isEqualTo(Overhead.KARPENTER);
    assertThatThrownBy(() -> Overhead.of("gke"))
        .hasMessage("unknown overhead 'gke'; known: aks, karpenter, none");
  }

  private static long reserved(Overhead overhead, String size, int maxPods, String resource) {
    return overhead.reserved(AzureCatalogue.size(size), maxPods).getOrDefault(resource, 0L);
  }

  private static VmSize node(Overhead overhead, String name, int maxPods) {
    Catalogue catalogue = AzureCatalogue.load("westeurope", new NodeShape(overhead, maxPods));
    return catalogue.offerings().stream()
        .filter(offering -> offering.size().name().equals(name))
        .findFirst()
        .orElseThrow()
        .size();
  }
}
