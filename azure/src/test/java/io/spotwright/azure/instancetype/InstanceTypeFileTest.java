package io.spotwright.azure.instancetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InstanceTypeFileTest {
  private static final String OFFERING =
      """
      {"Price": 0.5, "Available": true, "Requirements": [
        {"key": "karpenter.sh/capacity-type", "operator": "In", "values": ["spot"]},
        {"key": "topology.kubernetes.io/zone", "operator": "In", "values": ["zone-a"]}]}
      """;

  @Test
  void allocatableIsResourcesMinusTheTypesOverhead() throws IOException {
    VmSize size =
        onlySize(
            """
            "resources": {"cpu": "4", "memory": "16Gi", "pods": 30},
            "overhead": {"cpu": "250m", "memory": "1Gi"}\
            """);

    assertThat(size.capacity()).isEqualTo(unlimitedDisks(Resources.of(4000, 16L << 30, 30)));
    assertThat(size.allocatable()).isEqualTo(unlimitedDisks(Resources.of(3750, 15L << 30, 30)));
  }

  /** A file that names no limit on disks sets none. */
  private static Resources unlimitedDisks(Resources resources) {
    return resources.with(Resources.DISKS, 1_000_000);
  }

  @Test
  void withoutOverheadKarpentersOwnIsSubtractedAndPodsAre110() throws IOException {
    VmSize size = onlySize("\"resources\": {\"cpu\": 4, \"memory\": \"16Gi\"}");

    assertThat(size.allocatable())
        .isEqualTo(unlimitedDisks(Resources.of(3900, (16L << 30) - (10L << 20), 110)));
  }

  @Test
  void anEmptyOverheadSubtractsNothing() throws IOException {
    VmSize size = onlySize("\"resources\": {\"cpu\": 4, \"memory\": \"16Gi\"}, \"overhead\": {}");

    assertThat(size.allocatable()).isEqualTo(size.capacity());
  }

  @Test
  void offeringsThatAreNotAvailableAreDropped() throws IOException {
    Catalogue catalogue =
        read(
            type(
                "\"resources\": {\"cpu\": 4, \"memory\": \"16Gi\"}",
                OFFERING + "," + OFFERING.replace("true", "false").replace("spot", "on-demand")));

    assertThat(catalogue.offerings())
        .extracting(Offering::zone, Offering::capacityType, Offering::hourlyPrice)
        .containsExactly(tuple("zone-a", CapacityType.SPOT, 0.5));
  }

  @Test
  void aRequirementWithSeveralValuesIsAnOfferingForEach() throws IOException {
    Catalogue catalogue =
        read(
            type(
                "\"resources\": {\"cpu\": 4, \"memory\": \"16Gi\"}",
                OFFERING
                    .replace("\"zone-a\"", "\"zone-a\", \"zone-b\"")
                    .replace("\"spot\"", "\"spot\", \"on-demand\"")));

    assertThat(catalogue.offerings()).hasSize(4);
  }

  @Test
  void labelsComeFromTheTypeAndMayBeAdded() throws IOException {
    VmSize size =
        onlySize(
            """
            "resources": {"cpu": 4, "memory": "16Gi"}, "family": "c", "vcpu": 4,
            "labels": {"example.com/disk": "fast"}\
            """);

    assertThat(size.labels())
        .containsEntry("node.kubernetes.io/instance-type", "c-4x")
        .containsEntry("kubernetes.io/arch", "arm64")
        .containsEntry("kubernetes.io/os", "linux")
        .containsEntry("karpenter.azure.com/sku-name", "c-4x")
        .containsEntry("karpenter.azure.com/sku-family", "c")
        .containsEntry("karpenter.azure.com/sku-cpu", "4")
        .containsEntry("example.com/disk", "fast")
        .hasSize(7);
    assertThat(size.family()).isEqualTo("c");
  }

  @Test
  void anAzureSizeBelongsToTheFamilyInItsNameNotToItsSeriesLetter() throws IOException {
    String file =
        type("\"resources\": {\"cpu\": 4, \"memory\": \"16Gi\"}, \"family\": \"D\"", OFFERING)
            .replace("c-4x", "Standard_D4as_v5");

    VmSize size = read(file).offerings().getFirst().size();

    assertThat(size.family()).isEqualTo("Dasv5");
    assertThat(size.labels()).containsEntry("karpenter.azure.com/sku-family", "D");
  }

  @Test
  void withoutFamilyItIsTheNameUpToTheSizeAndVcpusAreRoundedUp() throws IOException {
    VmSize size = onlySize("\"resources\": {\"cpu\": \"3500m\", \"memory\": \"16Gi\"}");

    assertThat(size.family()).isEqualTo("c");
    assertThat(size.vcpus()).isEqualTo(4);
  }

  @Test
  void fieldsNobodyKnowsArePassedOver() throws IOException {
    assertThat(
            onlySize(
                    """
                    "resources": {"cpu": 4, "memory": "16Gi"}, "version": 2,
                    "shape": {"a": [1, {"b": null}]}\
                    """)
                .name())
        .isEqualTo("c-4x");
  }

  private static VmSize onlySize(String fields) throws IOException {
    return read(type(fields, OFFERING)).offerings().getFirst().size();
  }

  private static String type(String fields, String offerings) {
    return """
    [{"name": "c-4x", "architecture": "arm64", "operatingSystems": ["windows", "linux"],
      %s, "offerings": [%s]}]
    """
        .formatted(fields, offerings);
  }

  private static Catalogue read(String json) throws IOException {
    return InstanceTypeFile.read(
        "types.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
