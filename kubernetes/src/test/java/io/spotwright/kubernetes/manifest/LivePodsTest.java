package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.deployment;
import static io.spotwright.kubernetes.manifest.Manifests.notes;
import static io.spotwright.kubernetes.manifest.Manifests.observe;
import static io.spotwright.kubernetes.manifest.Manifests.podNames;
import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static io.spotwright.kubernetes.manifest.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.expand.Cluster;
import io.spotwright.kubernetes.manifest.expand.Replicas;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.Taint;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LivePodsTest {
  private static final String NODE =
      """
      ---
      apiVersion: v1
      kind: Node
      metadata: {name: node-1, labels: {topology.kubernetes.io/zone: westeurope-1}}
      spec: {taints: [{key: a, value: b, effect: NoSchedule}]}
      status:
        capacity: {cpu: 4}
        allocatable: {cpu: 3860m, memory: 12Gi, pods: "110", attachable-volumes-azure-disk: 8}
      """;

  private static String pod(String name, String metadata, String specAndStatus) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: %s%s}
    """
            .formatted(name, metadata)
        + (specAndStatus.isEmpty() ? "spec: {containers: [{name: c}]}\n" : specAndStatus + "\n");
  }

  private static String bound(String node) {
    return "spec: {nodeName: "
        + node
        + ", containers: [{name: c, resources: {requests: {cpu: 1}}}]}";
  }

  private static String owner(String kind, String name) {
    return ", ownerReferences: [{apiVersion: x/v1, kind: "
        + kind
        + ", name: "
        + name
        + ", controller: true}]";
  }

  private static String ownedByReplicaSet(String hash) {
    return ", labels: {app: web, pod-template-hash: "
        + hash
        + "}"
        + owner("ReplicaSet", "web-" + hash);
  }

  @Test
  void aNodeWithItsBoundPods() {
    Observation observation =
        observe(NODE + pod("here", "", bound("node-1")) + pod("lone", "", ""));
    Node node = observation.nodes().getFirst();
    assertThat(node.name()).isEqualTo("node-1");
    assertThat(node.labels())
        .isEqualTo(
            Map.of(
                "topology.kubernetes.io/zone", "westeurope-1", "kubernetes.io/hostname", "node-1"));
    assertThat(node.taints()).containsExactly(new Taint("a", "b", Taint.Effect.NO_SCHEDULE));
    assertThat(node.allocatable().asMap())
        .isEqualTo(Map.of("cpu", 3860L, "memory", 12L << 30, "pods", 110L, Resources.DISKS, 8L));
    assertThat(node.schedulable()).isTrue();
    assertThat(node.pods()).extracting(Pod::key).containsExactly("default/here");
    assertThat(observation.pending()).extracting(Pod::key).containsExactly("default/lone");
  }

  @Test
  void aCordonedNodeTakesNoPods() {
    assertThat(observe(NODE.replace("spec: {", "spec: {unschedulable: true, ")).nodes())
        .noneMatch(Node::schedulable);
  }

  @Test
  void diskLimitsComeFromTheCsiNodeAndAreOpenWithoutOne() {
    String node = NODE.replace(", attachable-volumes-azure-disk: 8", "");
    String csi =
        """
        ---
        {apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: node-1}, spec: {drivers: [
          {name: file.csi.azure.com}, {name: disk.csi.azure.com, allocatable: {count: 16}}]}}
        """;
    assertThat(observe(node + csi).nodes().getFirst().allocatable().get(Resources.DISKS))
        .isEqualTo(16);
    assertThat(observe(node).nodes().getFirst().allocatable().get(Resources.DISKS))
        .isEqualTo(Cluster.UNLIMITED_DISKS);
  }

  @Test
  void aNodeOfUnknownSizeIsAProblem() {
    assertThat(problems("{apiVersion: v1, kind: Node, metadata: {name: n1}}"))
        .singleElement()
        .asString()
        .contains("Node n1 has no status.allocatable");
  }

  @Test
  void finishedAndTerminatingPodsAreLeftOut() {
    String done = pod("done", "", bound("node-1") + "\nstatus: {phase: Succeeded}");
    String failed = pod("failed", "", bound("node-1") + "\nstatus: {phase: Failed}");
    String going = pod("going", ", deletionTimestamp: \"2026-01-01T00:00:00Z\"", bound("node-1"));
    Observation observation = observe(NODE + done + failed + going);
    assertThat(observation.pending()).isEmpty();
    assertThat(observation.nodes().getFirst().pods()).isEmpty();
    assertThat(notes(NODE + done + failed + going))
        .contains("2 finished pods are left out", "1 terminating pods are left out");
  }

  @Test
  void podsOnUnknownNodesAreToBePlaced() {
    assertThat(podNames(pod("p", "", bound("gone")))).containsExactly("default/p");
    assertThat(notes(pod("p", "", bound("gone"))))
        .contains("1 pods are bound to nodes that are not in the input; to be placed");
  }

  @Test
  void podsThatExistAreNotMadeAgain() {
    Observation observation =
        observe(
            NODE
                + deployment("web", "replicas: 4")
                + pod("web-abc-x", ownedByReplicaSet("abc"), bound("node-1"))
                + pod("web-abc-y", ownedByReplicaSet("abc"), ""));
    assertThat(observation.nodes().getFirst().pods()).hasSize(1);
    assertThat(observation.pending())
        .extracting(Pod::key)
        .containsExactly("default/web-abc-y", "default/web-0", "default/web-1");
    assertThat(observation.pending())
        .allMatch(pod -> pod.workload().equals(new Workload("Deployment", "default", "web")));
  }

  @Test
  void aReplicaSetOfADeploymentInTheInputMakesNoPodsOfItsOwn() {
    String replicaSet =
        workload("apps/v1", "ReplicaSet", "web-abc", "replicas: 4")
            .replace(
                "metadata: {name: web-abc}",
                "metadata: {name: web-abc" + owner("Deployment", "web") + "}");
    String pods = pod("web-abc-x", ownedByReplicaSet("abc"), "");
    assertThat(podNames(replicaSet + deployment("web", "replicas: 3") + pods))
        .containsExactly("default/web-abc-x", "default/web-0", "default/web-1");
    assertThat(observe(replicaSet).pending())
        .hasSize(4)
        .allMatch(pod -> pod.workload().equals(new Workload("Deployment", "default", "web")));
  }

  @Test
  void ordinalsThatExistAreSkipped() {
    assertThat(
            podNames(
                workload("apps/v1", "StatefulSet", "db", "replicas: 3")
                    + pod("db-1", owner("StatefulSet", "db"), "")))
        .containsExactly("default/db-1", "default/db-0", "default/db-2");
  }

  @Test
  void aJobOfACronJobCountsAsItsRun() {
    String template = "template: {spec: {containers: [{name: c}]}}";
    String cronJob =
        "---\n{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {jobTemplate: {spec:"
            + " {parallelism: 2, "
            + template
            + "}}}}\n";
    String job =
        "---\n{apiVersion: batch/v1, kind: Job, metadata: {name: c-1"
            + owner("CronJob", "c")
            + "}, spec: {parallelism: 2, "
            + template
            + "}}\n";
    Observation observation =
        observe(cronJob + job + pod("c-1-x", owner("Job", "c-1"), ""), Replicas.MAX);
    assertThat(observation.pending())
        .hasSize(2)
        .allMatch(pod -> pod.workload().equals(new Workload("CronJob", "default", "c")));
    assertThat(observe(cronJob + job, Replicas.CURRENT).pending()).hasSize(2);
  }

  @Test
  void daemonPodsStayOnTheirNodesAndAreNoDemand() {
    String here = pod("agent-x", owner("DaemonSet", "agent"), bound("node-1"));
    String elsewhere = pod("agent-y", owner("DaemonSet", "agent"), bound("node-2"));
    String mirror = pod("proxy-node-2", owner("Node", "node-2"), bound("node-2"));
    Observation observation = observe(NODE + here + elsewhere + mirror);
    assertThat(observation.nodes().getFirst().pods()).hasSize(1);
    assertThat(observation.pending()).isEmpty();
  }

  @Test
  void anOperatorsResourceIsTheWorkloadOfPodsButNotOfDeployments() {
    assertThat(observe(pod("k-0", owner("StrimziPodSet", "k"), "")).pending().getFirst().workload())
        .isEqualTo(new Workload("StrimziPodSet", "default", "k"));
    String owned =
        deployment("web", "").replace("{name: web}\n", "{name: web" + owner("App", "a") + "}\n");
    assertThat(observe(owned).pending().getFirst().workload())
        .isEqualTo(new Workload("Deployment", "default", "web"));
  }

  @Test
  void ownersInACircleAreAProblem() {
    String a =
        deployment("a", "").replace("{name: a}\n", "{name: a" + owner("Deployment", "b") + "}\n");
    String b =
        deployment("b", "").replace("{name: b}\n", "{name: b" + owner("Deployment", "a") + "}\n");
    assertThat(problems(a + b))
        .containsExactly(
            "a.yaml:2:1: Deployment default/a owns itself by way of its ownerReferences; correct"
                + " metadata.ownerReferences",
            "a.yaml:11:1: Deployment default/b owns itself by way of its ownerReferences; correct"
                + " metadata.ownerReferences");
  }
}
