package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.deployment;
import static io.spotwright.kubernetes.manifest.Manifests.notes;
import static io.spotwright.kubernetes.manifest.Manifests.podNames;
import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.expand.Replicas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalersTest {

  private static String autoscaler(String fields) {
    return """
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: web}
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
    """
        + fields.indent(2);
  }

  private static String scaledObject(String fields) {
    return """
    ---
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata: {name: scaler}
    spec:
      scaleTargetRef: {name: web}
    """
        + fields.indent(2);
  }

  private static String scaledJob(String fields) {
    return """
    ---
    apiVersion: keda.sh/v1alpha1
    kind: ScaledJob
    metadata: {name: work}
    spec:
      jobTargetRef:
        parallelism: 2
        template: {spec: {containers: [{name: c, resources: {requests: {cpu: 1}}}]}}
    """
        + fields.indent(2);
  }

  private static void assertCounts(String yaml, int min, int current, int max) {
    assertThat(podNames(yaml, Replicas.MIN)).as("min").hasSize(min);
    assertThat(podNames(yaml, Replicas.CURRENT)).as("current").hasSize(current);
    assertThat(podNames(yaml, Replicas.MAX)).as("max").hasSize(max);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'maxReplicas: 7', 1, 1, 7",
    "'', 'minReplicas: 3\nmaxReplicas: 7', 3, 3, 7",
    "'replicas: 5', 'minReplicas: 3\nmaxReplicas: 7', 3, 5, 7",
    "'replicas: 5', 'maxReplicas: 7', 1, 5, 7",
    "'', 'minReplicas: 0\nmaxReplicas: 7', 0, 0, 7"
  })
  void horizontalPodAutoscaler(String workload, String scaler, int min, int current, int max) {
    assertCounts(deployment("web", workload) + autoscaler(scaler), min, current, max);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0, 0, 100",
    "'', 'minReplicaCount: 2\nmaxReplicaCount: 9', 2, 2, 9",
    "'replicas: 4', 'minReplicaCount: 2\nmaxReplicaCount: 9', 2, 4, 9",
    "'', 'minReplicaCount: 2\nidleReplicaCount: 0', 0, 2, 100"
  })
  void scaledObject(String workload, String scaler, int min, int current, int max) {
    assertCounts(deployment("web", workload) + scaledObject(scaler), min, current, max);
  }

  @ParameterizedTest
  @CsvSource({"'', 0, 0, 200", "'minReplicaCount: 1\nmaxReplicaCount: 3', 2, 2, 6"})
  void aScaledJobCountsItsJobsTimesTheirPods(String fields, int min, int current, int max) {
    assertCounts(scaledJob(fields), min, current, max);
  }

  @Test
  void withoutAnAutoscalerTheNamedNumberCountsInEveryMode() {
    assertCounts(deployment("web", "replicas: 4"), 4, 4, 4);
  }

  @Test
  void theOrderOfWorkloadAndAutoscalerDoesNotMatter() {
    assertCounts(autoscaler("maxReplicas: 7") + deployment("web", ""), 1, 1, 7);
  }

  @Test
  void anAutoscalerMadeByKedaGivesWayToItsScaledObject() {
    String made =
        autoscaler("maxReplicas: 50")
            .replace(
                "{name: web}\nspec",
                "{name: keda-hpa-scaler, ownerReferences: [{kind: ScaledObject, name: scaler,"
                    + " controller: true}]}\nspec");
    assertCounts(deployment("web", "") + made + scaledObject("maxReplicaCount: 9"), 0, 0, 9);
    assertThat(notes(deployment("web", "") + made + scaledObject("maxReplicaCount: 9")))
        .noneMatch(note -> note.contains("several autoscalers"));
  }

  @Test
  void twoAutoscalersOfOneWorkloadAreNoted() {
    String yaml =
        deployment("web", "") + scaledObject("maxReplicaCount: 9") + autoscaler("maxReplicas: 7");
    assertCounts(yaml, 0, 0, 9);
    assertThat(notes(yaml))
        .contains(
            "Deployment default/web has several autoscalers; HorizontalPodAutoscaler default/web is"
                + " ignored");
  }

  @Test
  void anAutoscalerOfSomethingElseIsNoted() {
    assertThat(notes(autoscaler("maxReplicas: 7")))
        .contains(
            "HorizontalPodAutoscaler default/web scales Deployment default/web, which is not in the"
                + " input");
  }

  @Test
  void aPausedScaledObjectCountsItsPausedReplicas() {
    String yaml =
        deployment("web", "")
            + scaledObject("")
                .replace(
                    "{name: scaler}",
                    "{name: scaler, annotations: {autoscaling.keda.sh/paused-replicas: \"6\"}}");
    assertCounts(yaml, 6, 6, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minReplicas: 3 | spec.maxReplicas is missing",
        "{minReplicas: 8, maxReplicas: 7} | spec.minReplicas is 8, above maxReplicas 7",
        "maxReplicas: 0 | spec.maxReplicas is the number 0, it must be at least 1",
        "maxReplicas: -5 | it must be at least 1"
      })
  void faultyBoundsAreProblems(String fields, String message) {
    String lines = fields.replace("{", "").replace("}", "").replace(", ", "\n");
    assertThat(problems(deployment("web", "") + autoscaler(lines)))
        .singleElement()
        .asString()
        .startsWith("a.yaml:1")
        .contains(message);
  }

  @Test
  void kedaBoundsOutOfOrderAreAProblem() {
    assertThat(problems(scaledJob("minReplicaCount: 101")))
        .singleElement()
        .asString()
        .contains("spec.minReplicaCount is 101, above maxReplicaCount 100");
  }
}
