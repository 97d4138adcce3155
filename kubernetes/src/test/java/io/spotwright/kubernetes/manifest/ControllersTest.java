package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.deployment;
import static io.spotwright.kubernetes.manifest.Manifests.notes;
import static io.spotwright.kubernetes.manifest.Manifests.observe;
import static io.spotwright.kubernetes.manifest.Manifests.podNames;
import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static io.spotwright.kubernetes.manifest.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.expand.Replicas;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControllersTest {
  private static final String JOB_TEMPLATE =
      "{template: {spec: {containers: [{name: c, resources: {requests: {cpu: 1}}}]}}%s}";

  private static String job(String fields) {
    return "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: "
        + JOB_TEMPLATE.formatted(fields)
        + "}";
  }

  private static String cronJob(String job, String fields) {
    return "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {jobTemplate: {spec: "
        + JOB_TEMPLATE.formatted(job)
        + "}"
        + fields
        + "}}";
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment",
    "extensions/v1beta1, Deployment",
    "apps/v1, ReplicaSet",
    "apps/v1, StatefulSet"
  })
  void controllersMakeNumberedPodsOfOneSpec(String apiVersion, String kind) {
    Observation observation = observe(workload(apiVersion, kind, "web", "replicas: 3"));
    assertThat(observation.pending())
        .extracting(Pod::key)
        .containsExactly("default/web-0", "default/web-1", "default/web-2");
    assertThat(observation.pending())
        .allMatch(pod -> pod.spec() == observation.pending().getFirst().spec())
        .allMatch(pod -> pod.workload().equals(new Workload(kind, "default", "web")));
  }

  @Test
  void aReplicationControllerHasAPlainSelector() {
    assertThat(
            podNames(
                """
                apiVersion: v1
                kind: ReplicationController
                metadata: {name: rc, namespace: old}
                spec:
                  replicas: 2
                  selector: {a: b}
                  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c}]}}
                """))
        .containsExactly("old/rc-0", "old/rc-1");
  }

  @Test
  void withoutANumberThereIsOneReplicaAndWithZeroNone() {
    assertThat(podNames(deployment("a", "") + deployment("b", "replicas: 0")))
        .containsExactly("default/a-0");
  }

  @Test
  void aStatefulSetMayStartAtAnotherOrdinal() {
    assertThat(
            podNames(workload("apps/v1", "StatefulSet", "s", "replicas: 2\nordinals: {start: 5}")))
        .containsExactly("default/s-5", "default/s-6");
  }

  @Test
  void aDaemonSetIsNoPendingPod() {
    Observation observation = observe(workload("apps/v1", "DaemonSet", "agent", ""));
    assertThat(observation.pending()).isEmpty();
    assertThat(observation.daemonSets())
        .singleElement()
        .matches(daemon -> daemon.spec().requests().cpu() == 100)
        .matches(daemon -> daemon.workload().kind().equals("DaemonSet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "', parallelism: 4' | 4",
        "', parallelism: 4, completions: 2' | 2",
        "', completions: 9' | 1",
        "', parallelism: 0' | 0",
        "', parallelism: 4, suspend: true' | 0"
      })
  void aJobRunsItsParallelPodsButNoMoreThanItsCompletions(String fields, int pods) {
    assertThat(podNames(job(fields))).hasSize(pods);
  }

  @Test
  void whatAJobHasDoneIsNotPlannedAgain() {
    String started = job(", parallelism: 4, completions: 6");
    assertThat(podNames(started.replaceFirst("}$", ", status: {succeeded: 4}}"))).hasSize(2);
    assertThat(
            podNames(
                started.replaceFirst(
                    "}$", ", status: {conditions: [{type: Complete, status: \"True\"}]}}")))
        .isEmpty();
  }

  @Test
  void aSuspendedJobIsNoted() {
    assertThat(notes(job(", suspend: true")))
        .contains("Job default/j is suspended and counts no pods");
  }

  @Test
  void aCronJobCountsOneRunAtTheHighestOnly() {
    String cronJob = cronJob(", parallelism: 3", "");
    assertThat(podNames(cronJob, Replicas.CURRENT)).isEmpty();
    assertThat(podNames(cronJob, Replicas.MIN)).isEmpty();
    assertThat(podNames(cronJob, Replicas.MAX))
        .containsExactly("default/c-0", "default/c-1", "default/c-2");
    assertThat(notes(cronJob))
        .anyMatch(note -> note.startsWith("1 autoscaled workload or CronJob counts no pods;"));
  }

  @Test
  void aSuspendedCronJobNeverCounts() {
    assertThat(podNames(cronJob("", ", suspend: true"), Replicas.MAX)).isEmpty();
    assertThat(notes(cronJob("", ", suspend: true"))).anyMatch(note -> note.contains("suspended"));
  }

  @Test
  void thePodsOfTwoKindsWithOneNameKeepApart() {
    assertThat(podNames(deployment("x", "") + workload("apps/v1", "StatefulSet", "x", "")))
        .containsExactly("default/x-0", "default/x-statefulset-0");
  }

  @Test
  void aSelectorThatMissesItsOwnTemplateIsAProblem() {
    String yaml =
        deployment("web", "").replace("{matchLabels: {app: web}}", "{matchLabels: {a: b}}");
    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .isEqualTo(
            "a.yaml:6:13: Deployment default/web: the selector does not match the labels of its own"
                + " pod template; make spec.selector and spec.template.metadata.labels agree");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | spec.replicas is the number -1, it must be at least 0",
        "'\"3\"' | spec.replicas is the text \"3\", expected a whole number; write it without quotes",
        "2.5 | spec.replicas is the number 2.5, expected a whole number",
        "99999999999 | spec.replicas is the number 99999999999, it must be at least 0",
        "1e30 | spec.replicas is the number 1e30, expected a whole number",
        "many | spec.replicas is the text \"many\"",
        "[3] | spec.replicas is a list",
        "2000000 | Deployment default/web wants 2000000 pods"
      })
  void faultyReplicaCountsAreProblems(String replicas, String message) {
    assertThat(problems(deployment("web", "replicas: " + replicas)))
        .singleElement()
        .asString()
        .contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "0x3", "3e0", "+3"})
  void wholeNumbersInOtherWritingsAreCounts(String replicas) {
    assertThat(podNames(deployment("web", "replicas: " + replicas))).hasSize(3);
  }

  @Test
  void allPodsTogetherStayBelowTheLimit() {
    String yaml = deployment("a", "replicas: 600") + deployment("b", "replicas: 600");
    Reading reading =
        ManifestReader.read(
            List.of(Source.ofText("a.yaml", yaml)),
            new ReaderOptions(Replicas.CURRENT, 1 << 20, 1000));
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .contains("Deployment default/b wants 600 pods, the input then has more than 1000");
  }

  @Test
  void missingPartsAreProblems() {
    assertThat(problems("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}"))
        .containsExactly("a.yaml:1:1: spec is missing; add it");
    assertThat(problems("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {}}"))
        .containsExactly("a.yaml:1:68: spec.template is missing; it describes the pods");
    assertThat(problems("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}"))
        .containsExactly("a.yaml:1:69: spec.containers is empty; a pod needs a container");
  }

  @Test
  void workloadsWithoutRequestsAreNoted() {
    assertThat(notes("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{}]}}"))
        .anyMatch(note -> note.startsWith("1 workload requests neither CPU nor memory"));
  }
}
