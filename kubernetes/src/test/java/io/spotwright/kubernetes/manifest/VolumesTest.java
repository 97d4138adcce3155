package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.notes;
import static io.spotwright.kubernetes.manifest.Manifests.observe;
import static io.spotwright.kubernetes.manifest.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {

  private static String pod(String volumes) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: p}
    spec:
      containers: [{name: c}]
      volumes: [%s]
    """
        .formatted(volumes);
  }

  private static String claim(String name, String spec) {
    return """
    ---
    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %s}, spec: {%s}}
    """
        .formatted(name, spec);
  }

  private static String storageClass(String name, String provisioner, String more) {
    return """
    ---
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata: {name: %s%s}
    provisioner: %s
    """
            .formatted(name, more.startsWith(",") ? more : "", provisioner)
        + (more.startsWith(",") ? "" : more);
  }

  private static String volume(String name, String source, String zone) {
    return """
    ---
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: %s}
    spec:
      csi: {driver: %s}
      nodeAffinity:
        required:
          nodeSelectorTerms:
          - matchExpressions: [{key: topology.disk.csi.azure.com/zone, operator: In, values: [%s]}]
    """
        .formatted(name, source, zone);
  }

  private static List<NodeSelectorTerm> zone(String... zones) {
    return List.of(new NodeSelectorTerm(List.of(Requirement.in(Labels.ZONE, zones))));
  }

  private static PodSpec spec(String yaml) {
    return observe(yaml).pending().getFirst().spec();
  }

  private static long disks(String yaml) {
    return spec(yaml).requests().get(Resources.DISKS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "'storageClassName: managed-csi-premium' | 1",
        "'storageClassName: default' | 1",
        "'storageClassName: \"\"' | 1",
        "'storageClassName: azurefile-csi' | 0",
        "'storageClassName: azureblob-nfs-premium' | 0",
        "'storageClassName: longhorn' | 1"
      })
  void classesThatAreNotInTheInputAreJudgedByTheirName(String spec, long disks) {
    assertThat(
            disks(pod("{name: v, persistentVolumeClaim: {claimName: data}}") + claim("data", spec)))
        .isEqualTo(disks);
  }

  @Test
  void anUnknownClassAndAMissingClaimAreNoted() {
    String pod = pod("{name: v, persistentVolumeClaim: {claimName: data}}");
    assertThat(notes(pod + claim("data", "storageClassName: longhorn")))
        .contains(
            "StorageClass longhorn is not in the input; its volumes count as attached disks in any"
                + " zone");
    assertThat(disks(pod)).isEqualTo(1);
    assertThat(notes(pod)).anyMatch(note -> note.contains("default/data"));
  }

  @ParameterizedTest
  @CsvSource({
    "disk.csi.azure.com, 1",
    "kubernetes.io/azure-disk, 1",
    "file.csi.azure.com, 0",
    "nfs, 0"
  })
  void classesOfTheInputAreJudgedByTheirProvisioner(String provisioner, long disks) {
    assertThat(
            disks(
                pod("{name: v, persistentVolumeClaim: {claimName: data}}")
                    + claim("data", "storageClassName: x")
                    + storageClass("x", provisioner, "")))
        .isEqualTo(disks);
  }

  @Test
  void theDefaultClassOfTheInputCountsForClaimsWithoutOne() {
    assertThat(
            disks(
                pod("{name: v, persistentVolumeClaim: {claimName: data}}")
                    + claim("data", "")
                    + storageClass(
                        "x",
                        "file.csi.azure.com",
                        ", annotations: {storageclass.kubernetes.io/is-default-class: \"true\"}")))
        .isZero();
  }

  @Test
  void inlineAndEphemeralVolumesCountAndOthersDoNot() {
    assertThat(
            disks(
                pod(
                    """
                    {name: a, azureDisk: {diskName: d, diskURI: u}},
                    {name: b, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: managed-csi}}}},
                    {name: c, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: azurefile}}}},
                    {name: d, emptyDir: {}}, {name: e, configMap: {name: x}},
                    {name: f, csi: {driver: secrets-store.csi.k8s.io}}\
                    """)))
        .isEqualTo(2);
  }

  @Test
  void aBoundVolumeKeepsThePodInItsZone() {
    PodSpec spec =
        spec(
            pod("{name: v, persistentVolumeClaim: {claimName: data}}")
                + claim("data", "volumeName: pv-1")
                + volume("pv-1", "disk.csi.azure.com", "westeurope-2"));
    assertThat(spec.requests().get(Resources.DISKS)).isEqualTo(1);
    assertThat(spec.volumeNodeTerms()).containsExactly(zone("westeurope-2"));
  }

  @Test
  void theDriverOfABoundVolumeSaysWhetherItIsADisk() {
    assertThat(
            disks(
                pod("{name: v, persistentVolumeClaim: {claimName: data}}")
                    + claim("data", "volumeName: pv-1, storageClassName: managed-csi")
                    + volume("pv-1", "nfs.csi.k8s.io", "westeurope-2")))
        .isZero();
  }

  @Test
  void zoneLabelsOfOldVolumesCount() {
    String volume =
        """
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: pv-1, labels: {topology.kubernetes.io/zone: eastus-1__eastus-2}}
        spec: {azureDisk: {diskName: d}}
        """;
    assertThat(
            spec(pod("{name: v, persistentVolumeClaim: {claimName: data}}")
                    + claim("data", "volumeName: pv-1")
                    + volume)
                .volumeNodeTerms())
        .containsExactly(zone("eastus-1", "eastus-2"));
  }

  @Test
  void anUnboundClaimFollowsTheTopologiesOfItsClass() {
    String topologies =
        """
        allowedTopologies:
        - matchLabelExpressions:
          - {key: topology.disk.csi.azure.com/zone, values: [westeurope-1, westeurope-3]}
        """;
    assertThat(
            spec(pod("{name: v, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: x}}}}")
                    + storageClass("x", "disk.csi.azure.com", topologies))
                .volumeNodeTerms())
        .containsExactly(zone("westeurope-1", "westeurope-3"));
  }

  @Test
  void podsOfAStatefulSetFollowTheirOwnVolumes() {
    String set =
        workload(
            "apps/v1",
            "StatefulSet",
            "db",
            """
            replicas: 4
            volumeClaimTemplates:
            - metadata: {name: data}
              spec: {storageClassName: managed-csi}
            - metadata: {name: shared}
              spec: {storageClassName: azurefile-csi}
            """);
    String bound =
        claim("data-db-0", "volumeName: a")
            + claim("data-db-1", "volumeName: b")
            + volume("a", "disk.csi.azure.com", "westeurope-1")
            + volume("b", "disk.csi.azure.com", "westeurope-2");
    List<Pod> pods = observe(set + bound).pending();
    assertThat(pods).extracting(pod -> pod.spec().requests().get(Resources.DISKS)).containsOnly(1L);
    assertThat(pods)
        .extracting(pod -> pod.spec().volumeNodeTerms())
        .containsExactly(
            List.of(zone("westeurope-1")), List.of(zone("westeurope-2")), List.of(), List.of());
    assertThat(pods.get(2).spec()).isSameAs(pods.get(3).spec());
  }
}
