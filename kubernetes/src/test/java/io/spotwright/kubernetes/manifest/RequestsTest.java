package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.pod;
import static io.spotwright.kubernetes.manifest.Manifests.podProblems;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.diagnostic.Note;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
  private static final long MI = 1 << 20;

  private static Map<String, Long> requests(String spec) {
    return pod(spec).requests().asMap();
  }

  @Test
  void containersAddUpAndAPodTakesOneSlot() {
    assertThat(
            requests(
                """
                containers:
                - {name: a, resources: {requests: {cpu: 100m, memory: 1Mi}}}
                - {name: b, resources: {requests: {cpu: 1, ephemeral-storage: 1Ki}}}
                - {name: c}
                """))
        .isEqualTo(Map.of("cpu", 1100L, "memory", MI, "ephemeral-storage", 1024L, "pods", 1L));
  }

  @Test
  void limitsStandInForMissingRequestsOfTheSameContainerOnly() {
    assertThat(
            requests(
                """
                containers:
                - {name: a, resources: {limits: {cpu: 2, memory: 2Mi, nvidia.com/gpu: 1}, requests: {cpu: 1}}}
                - {name: b, resources: {requests: {memory: 1Mi}}}
                """))
        .isEqualTo(Map.of("cpu", 1000L, "memory", 3 * MI, "nvidia.com/gpu", 1L, "pods", 1L));
  }

  @Test
  void theLargestInitContainerCountsWhereItIsAboveTheSum() {
    assertThat(
            requests(
                """
                initContainers:
                - {name: i, resources: {requests: {cpu: 2, memory: 1Mi}}}
                - {name: j, resources: {requests: {cpu: 500m, memory: 8Mi}}}
                containers:
                - {name: a, resources: {requests: {cpu: 600m, memory: 4Mi}}}
                - {name: b, resources: {requests: {cpu: 600m, memory: 5Mi}}}
                """))
        .isEqualTo(Map.of("cpu", 2000L, "memory", 9 * MI, "pods", 1L));
  }

  @Test
  void anInitContainerRunsBesideTheSidecarsBeforeItOnly() {
    assertThat(
            requests(
                """
                initContainers:
                - {name: early, resources: {requests: {cpu: 1900m}}}
                - {name: side1, restartPolicy: Always, resources: {requests: {cpu: 200m}}}
                - {name: late, resources: {requests: {cpu: 1500m}}}
                - {name: side2, restartPolicy: Always, resources: {requests: {cpu: 1}}}
                containers:
                - {name: a, resources: {requests: {cpu: 500m}}}
                """))
        .containsEntry("cpu", 1900L);
  }

  @Test
  void sidecarsAddToTheContainers() {
    assertThat(
            requests(
                """
                initContainers:
                - {name: side1, restartPolicy: Always, resources: {requests: {cpu: 200m}}}
                - {name: side2, restartPolicy: Always, resources: {limits: {cpu: 1}}}
                containers:
                - {name: a, resources: {requests: {cpu: 500m}}}
                """))
        .containsEntry("cpu", 1700L);
  }

  @Test
  void overheadComesOnTopOfTheMaximum() {
    assertThat(
            requests(
                """
                overhead: {cpu: 250m, memory: 1Mi}
                initContainers: [{name: i, resources: {requests: {cpu: 2}}}]
                containers: [{name: a, resources: {requests: {cpu: 1}}}]
                """))
        .isEqualTo(Map.of("cpu", 2250L, "memory", MI, "pods", 1L));
  }

  @Test
  void requestsOfTheWholePodReplaceTheSumAndItsLimitsFillGaps() {
    assertThat(
            requests(
                """
                resources: {requests: {cpu: 3}, limits: {cpu: 4, memory: 9Mi, hugepages-2Mi: 2Mi}}
                overhead: {cpu: 100m}
                containers: [{name: a, resources: {requests: {cpu: 1, memory: 4Mi}}}]
                """))
        .isEqualTo(Map.of("cpu", 3100L, "memory", 4 * MI, "hugepages-2Mi", 2 * MI, "pods", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 500",
    "'\"0.5\"', 500",
    "2, 2000",
    "010, 8000",
    "0x10, 16000",
    "1_0, 10000",
    "1e1, 10000",
    "'\"100m\"', 100",
    "0.0001, 1",
    "08, 8000"
  })
  void numbersAndTextsAreBothQuantities(String written, long milli) {
    assertThat(requests("containers: [{name: a, resources: {requests: {cpu: " + written + "}}}]"))
        .containsEntry("cpu", milli);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, must not be negative",
    "-100m, must not be negative",
    "1.5GB, is not a quantity",
    "10E, too large",
    "true, is the boolean true",
    ".inf, is not a quantity",
    "[1], is a list",
    "{a: 1}, is a mapping"
  })
  void aFaultyAmountIsToldWithItsPlace(String written, String message) {
    assertThat(
            podProblems("containers: [{name: a, resources: {requests: {cpu: " + written + "}}}]"))
        .singleElement()
        .asString()
        .startsWith("a.yaml:5:")
        .contains("spec.containers[0].resources.requests.cpu")
        .contains(message);
  }

  @Test
  void aRequestAboveItsLimitIsAProblem() {
    assertThat(
            podProblems(
                "containers: [{name: a, resources: {requests: {cpu: 2}, limits: {cpu: 1}}}]"))
        .singleElement()
        .asString()
        .contains("requests.cpu is larger than its limit");
  }

  @Test
  void sumsBeyond63BitsAreAProblem() {
    assertThat(
            podProblems(
                """
                containers:
                - {name: a, resources: {requests: {memory: 7Ei}}}
                - {name: b, resources: {requests: {memory: 7Ei}}}
                """))
        .singleElement()
        .asString()
        .contains("more memory than 2^63");
  }

  @ParameterizedTest
  @ValueSource(strings = {"512m", "100"})
  void memoryInThousandthsOrBytesIsDoubted(String written) {
    Reading reading =
        Manifests.read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {containers: [{name: a, resources: {requests: {memory: %s}}}]}
            """
                .formatted(written));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes())
        .extracting(Note::message)
        .anyMatch(note -> note.startsWith("a.yaml:4") && note.contains("Mi and Gi mean"));
  }
}
