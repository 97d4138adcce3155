package io.spotwright.azure.instancetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTypeFaultsTest {
  private static final String HEAD =
      "[{\"name\":\"a\",\"architecture\":\"amd64\",\"operatingSystems\":[\"linux\"],\n";

  @Test
  void everyFaultOfAFileIsToldAtOnceWithItsPlace() {
    List<String> faults =
        faults(
            HEAD
                + """
                "resources":{"cpu":"two","memory":"-1Gi"},
                "offerings":[{"Price":"x"},
                {"Price":0,"Available":1}]},
                7]\
                """);

    assertThat(faults)
        .satisfiesExactly(
            fault ->
                assertThat(fault).startsWith("types.json:2:20: resources.cpu of 'a': 'two' is"),
            fault ->
                assertThat(fault)
                    .isEqualTo("types.json:2:35: resources.memory of 'a' is negative: '-1Gi'"),
            fault ->
                assertThat(fault)
                    .isEqualTo("types.json:3:23: Price of 'a' is 'x'; expected a number"),
            fault ->
                assertThat(fault)
                    .isEqualTo("types.json:4:10: Price of 'a' is 0.0; expected more than 0"),
            fault ->
                assertThat(fault)
                    .isEqualTo("types.json:4:24: Available of 'a' is '1'; expected true or false"),
            fault ->
                assertThat(fault)
                    .isEqualTo("types.json:5:1: an instance type is '7'; expected an object"));
  }

  @Test
  void anOfferingMustSayItsPriceZoneAndCapacityType() {
    assertThat(
            faults(
                HEAD
                    + """
                    "resources":{"cpu":"2","memory":"4Gi"},
                    "offerings":[{"zone":"a","capacityType":"spot"}]}]\
                    """))
        .containsExactly(
            "types.json:3:14: an offering of 'a' has no Price",
            "types.json:3:14: an offering of 'a' has no requirement on topology.kubernetes.io/zone",
            "types.json:3:14: an offering of 'a' has no requirement on karpenter.sh/capacity-type");
  }

  @Test
  void anUnknownCapacityTypeIsRefusedWithTheKnownOnes() {
    assertThat(
            faults(
                HEAD
                    + """
                    "resources":{"cpu":"2","memory":"4Gi"},
                    "offerings":[{"Price":1,"Requirements":[
                    {"key":"karpenter.sh/capacity-type","operator":"In","values":["reserved"]},
                    {"key":"topology.kubernetes.io/zone","operator":"In","values":["z"]}]}]}]\
                    """))
        .containsExactly(
            "types.json:3:14: unknown capacity type 'reserved' of 'a'; known: spot, on-demand");
  }

  @Test
  void aTypeMustSayWhatItHas() {
    assertThat(faults("[{\"name\":\"a\"}]"))
        .containsExactly(
            "types.json:1:2: no architecture of 'a'",
            "types.json:1:2: no operatingSystems of 'a'",
            "types.json:1:2: no cpu in the resources of 'a'",
            "types.json:1:2: no memory in the resources of 'a'");
  }

  @Test
  void overheadMustLeaveSomething() {
    assertThat(
            faults(
                HEAD
                    + """
                    "resources":{"cpu":"2","memory":"4Gi"},"overhead":{"cpu":3},"offerings":[]}]\
                    """))
        .containsExactly("types.json:1:2: overhead.cpu of 'a' is more than the resources");
  }

  @Test
  void aNameIsDefinedOnce() {
    String type =
        HEAD.substring(1) + "\"resources\":{\"cpu\":1,\"memory\":\"1Gi\"},\"offerings\":[]}";

    assertThat(faults("[" + type + "," + type + "]"))
        .containsExactly("types.json:2:54: instance type 'a' is defined twice");
  }

  @Test
  void anEmptyFileSaysWhatIsExpected() {
    assertThat(faults(""))
        .containsExactly("types.json: the file is empty; expected an array of instance types");
    assertThat(faults("[]"))
        .containsExactly("types.json: has no instance type with an available offering");
    assertThat(faults("{\"name\":\"a\"}"))
        .containsExactly("types.json:1:1: the document is an object; expected an array");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[{",
        "[{\"name\":",
        "[{\"name\":\"a\",}]",
        "[]]",
        "hello",
        "\u0000",
        "[nul]"
      })
  void brokenJsonIsOneFaultWithItsPlace(String json) {
    assertThat(faults(json)).hasSize(1).first().asString().startsWith("types.json:1:");
  }

  @Test
  void deepNestingIsAFaultNotACrash() {
    assertThat(faults("[{\"x\":" + "[".repeat(100_000))).hasSize(1);
  }

  @Test
  void aFileOfAnotherKindDoesNotFloodTheTerminal() {
    String numbers = "[" + "1,".repeat(5000) + "1]";

    assertThat(faults(numbers)).hasSize(101).last().asString().contains("more problems");
  }

  @Test
  void aMissingFileIsAFaultOfTheInput(@TempDir Path folder) {
    Path missing = folder.resolve("none.json");

    InstanceTypeFileException e =
        catchThrowableOfType(InstanceTypeFileException.class, () -> InstanceTypeFile.read(missing));

    assertThat(e).hasMessageContaining("none.json: cannot be read");
    assertThat(Files.exists(missing)).isFalse();
  }

  private static List<String> faults(String json) {
    ByteArrayInputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    InstanceTypeFileException e =
        catchThrowableOfType(
            InstanceTypeFileException.class, () -> InstanceTypeFile.read("types.json", in));
    return e.problems().stream().map(Problem::toString).toList();
  }
}
