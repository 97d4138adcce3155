package io.spotwright.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.diagnostic.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {containers: [{name: c}]}}\n";

  @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Reading readFolder() {
    return ManifestReader.read(Source.ofPath(folder), ReaderOptions.DEFAULT);
  }

  @Test
  void aFolderIsReadInOrderWithoutHiddenAndOtherFiles() throws IOException {
    write("b.yml", POD.formatted("b1"));
    write("a/z.yaml", POD.formatted("z1"));
    write("c.json", POD.formatted("c1"));
    write(".hidden.yaml", POD.formatted("h1"));
    write(".git/x.yaml", POD.formatted("h2"));
    write("README.md", "no manifest");
    Reading reading = readFolder();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.observation().pending())
        .extracting(pod -> pod.name())
        .containsExactly("z1", "b1", "c1");
  }

  @Test
  void aFileIsReadWhateverItsName() throws IOException {
    write("manifest.txt", POD.formatted("p"));
    assertThat(
            ManifestReader.read(
                    Source.ofPath(folder.resolve("manifest.txt")), ReaderOptions.DEFAULT)
                .observation()
                .pending())
        .hasSize(1);
  }

  @Test
  void aMissingFileIsAProblemAmongOthers() {
    Path gone = folder.resolve("gone.yaml");
    Reading reading =
        ManifestReader.read(
            List.of(Source.ofFile(gone), Source.ofText("b.yaml", "kind: Pod")),
            ReaderOptions.DEFAULT);
    assertThat(reading.problems()).hasSize(2);
    assertThat(reading.problems().getFirst())
        .hasToString(gone + ": does not exist; check the path");
  }

  @Test
  void aStreamIsReadUnderItsName() {
    byte[] bytes = "kind: Pod".getBytes(StandardCharsets.UTF_8);
    assertThat(
            ManifestReader.read(
                    List.of(Source.ofStream("<stdin>", new ByteArrayInputStream(bytes))),
                    ReaderOptions.DEFAULT)
                .problems())
        .singleElement()
        .asString()
        .startsWith("<stdin>:1:1: ");
  }

  @Test
  void chartsKustomizationsAndForeignFilesAreNotedNotFaulted() throws IOException {
    write("chart/Chart.yaml", "apiVersion: v2\nname: shop\n");
    write("chart/values.yaml", "replicas: 3\n");
    write("base/kustomization.yaml", "resources: [x.yaml]\n");
    write("base/other.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    write("base/patch.yaml", "- {op: replace, path: /spec, value: 1}\n");
    Reading reading = readFolder();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes())
        .extracting(Note::message)
        .anyMatch(note -> note.contains("Chart.yaml: a Helm chart is not rendered"))
        .anyMatch(note -> note.contains("kustomization.yaml: a kustomization is not applied"))
        .anyMatch(note -> note.contains("other.yaml: a kustomization is not applied"))
        .anyMatch(note -> note.contains("patch.yaml:1: a list and no Kubernetes object"))
        .anyMatch(note -> note.startsWith("1 documents have no apiVersion and kind"));
  }

  @Test
  void otherKindsArePassedOverAndCounted() {
    String yaml =
        """
        {apiVersion: v1, kind: Service, metadata: {name: a}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: b}}
        ---
        {apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: {name: b}}
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        spec: {template: {spec: {containers: [{name: c}]}}}
        """;
    assertThat(Manifests.notes(yaml))
        .containsExactly(
            "passed over: 1 Job (batch.volcano.sh), 2 Service",
            "these run pods but are not supported, their pods are not planned: 1 Rollout"
                + " (argoproj.io)");
  }
}
