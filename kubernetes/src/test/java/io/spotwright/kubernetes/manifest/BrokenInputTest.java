package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.deployment;
import static io.spotwright.kubernetes.manifest.Manifests.podNames;
import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static io.spotwright.kubernetes.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.expand.Replicas;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenInputTest {
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}\n";

  private static Reading readBytes(byte[] bytes) {
    return ManifestReader.read(List.of(Source.ofBytes("a.yaml", bytes)), ReaderOptions.DEFAULT);
  }

  @Test
  void aBrokenDocumentDoesNotHideTheOthers() {
    String yaml =
        deployment("first", "")
            + "---\na: [1, 2\nb: c\n"
            + deployment("second", "replicas: -1")
            + "---\n\tx: 1\n"
            + deployment("third", "");
    Reading reading = read(yaml);
    assertThat(reading.problems()).hasSize(3);
    assertThat(reading.problems())
        .extracting(problem -> problem.line())
        .containsExactly(12, 22, 24);
    assertThat(reading.observation().pending()).extracting(pod -> pod.name()).contains("third-0");
  }

  @Test
  void aProblemReadsAsFileLineColumnMessageHint() {
    assertThat(problems("a: b\n  c: d\n"))
        .containsExactly(
            "a.yaml:2:4: broken YAML: mapping values are not allowed here; check the indentation,"
                + " quotes and colons here and in the lines above");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'just text' | the document is only the text \"just text\"",
        "'42' | the document is only the number 42",
        "'{kind: Pod}' | the object has no apiVersion",
        "'{apiVersion: v1}' | the object has no kind",
        "'{apiVersion: 1, kind: Pod}' | apiVersion is the number 1",
        "'{apiVersion: v1, kind: [Pod]}' | kind is a list",
        "'{apiVersion: v1, kind: Pod}' | Pod has no metadata",
        "'{apiVersion: v1, kind: Pod, metadata: {}}' | Pod has no metadata.name",
        "'{apiVersion: v1, kind: Pod, metadata: {name: A_b}}' | no name that Kubernetes accepts",
        "'{apiVersion: v1, kind: Pod, metadata: {name: 7}}' | metadata.name is the number 7",
        "'{apiVersion: v1, kind: Pod, metadata: [x]}' | metadata is a list",
        "'{apiVersion: v1, kind: List, items: {}}' | items is a mapping",
        "'{apiVersion: v1, kind: List, items: [7]}' | items[0] is the number 7",
        "'{? [a] : b, apiVersion: v1, kind: Secret}' | a key must be a text, not a list",
        "'a: *b' | the alias *b has no anchor before it",
        "'a: &a [*a]' | the alias *a has no anchor before it, or stands inside of it",
        "'a: {<<: 5}' | merges mappings, not the number 5",
        "'a: \"\\q\"' | broken YAML",
        "'a: [b' | broken YAML",
        "'%YAML 9' | broken YAML",
        "'a: @b' | broken YAML"
      })
  void faultyDocuments(String yaml, String message) {
    assertThat(problems(yaml)).anySatisfy(each -> assertThat(each).contains(message));
  }

  @Test
  void aQuoteThatIsNotClosedIsAProblemOfItsDocumentOnly() {
    assertThat(problems("a:\n  v: \"\ne\":ys\n  p:\n---\n" + POD))
        .containsExactly(
            "a.yaml:1:1: broken YAML in the document that starts here: A simple key is required"
                + " only if it is the first token in the current line; look for a quote that is not"
                + " closed");
  }

  @Test
  void emptyInputIsNoProblem() {
    for (String yaml : List.of("", "\n\n", "---\n", "---\n---\n", "# only this\n", "null")) {
      assertThat(problems(yaml)).as(yaml).isEmpty();
    }
    assertThat(ManifestReader.read(List.of(), ReaderOptions.DEFAULT).problems()).isEmpty();
  }

  @Test
  void duplicateKeysAreProblemsAndTheFirstCounts() {
    assertThat(problems(deployment("a", "replicas: 2\nreplicas: 3")))
        .containsExactly(
            "a.yaml:11:3: the key 'replicas' appears twice; it was first set in line 10; keep one of"
                + " them");
  }

  @Test
  void duplicateKeysAreFoundInLargeMappings() {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: ConfigMap\ndata:\n");
    for (int i = 0; i < 5000; i++) {
      yaml.append("  k").append(i % 4999).append(": v\n");
    }
    assertThat(problems(yaml.toString())).hasSize(1).first().asString().contains("'k0'");
  }

  @Test
  void duplicateObjectsAreProblems() {
    assertThat(problems("---\n" + POD + "---\n" + POD))
        .singleElement()
        .asString()
        .startsWith("a.yaml:4:")
        .contains("Pod default/p is in the input twice; it is first in a.yaml:2");
    assertThat(problems(POD + "---\n" + POD.replace("{name: p}", "{name: p, namespace: x}")))
        .isEmpty();
  }

  @Test
  void anchorsAliasesAndMergeKeysAreHonoured() {
    assertThat(
            podNames(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  <<: [{replicas: 2, selector: {matchLabels: &l {app: web}}}, {replicas: 9}]
                  template:
                    metadata: {labels: *l}
                    spec: {containers: [{name: c, resources: {requests: &r {cpu: 1}, limits: *r}}]}
                """))
        .containsExactly("default/web-0", "default/web-1");
  }

  @Test
  void anAliasBombIsRefusedAtOnce() {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: List\na0: &a0 [x, x, x, x, x]\n");
    for (int i = 1; i < 60; i++) {
      String alias = "*a" + (i - 1);
      yaml.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", alias, alias, alias, alias)));
    }
    assertThat(problems(yaml.toString()))
        .singleElement()
        .asString()
        .contains("aliases multiply this document to more than 1000000 values");
  }

  @Test
  void deepNestingIsRefused() {
    for (String yaml : List.of("[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(20_000))) {
      assertThat(problems(yaml)).singleElement().asString().contains("deeper than 200 levels");
    }
  }

  @Test
  void listsInListsEnd() {
    String yaml = "{apiVersion: v1, kind: List, items: [".repeat(12) + "]}".repeat(12);
    assertThat(problems(yaml)).singleElement().asString().contains("nested deeper than 8");
  }

  @Test
  void aTemplateIsToldOnceWithWhatToDo() {
    String chart =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ .Values.name }}
        {{- if .Values.x }}
        ---
        {{- end }}
        """;
    assertThat(problems(chart))
        .containsExactly(
            "a.yaml:4:9: this is a template, not yet YAML; render it first: helm template RELEASE"
                + " CHART | spotwright plan -");
  }

  @Test
  void otherEncodingsAndBinaryFilesAreToldAsSuch() {
    assertThat(readBytes(POD.getBytes(StandardCharsets.UTF_16)).problems())
        .singleElement()
        .hasToString("a.yaml: is not UTF-8 text; save it as UTF-8, or leave it out of the input");
    assertThat(readBytes(new byte[] {'a', ':', ' ', 0, '\n'}).problems())
        .singleElement()
        .asString()
        .startsWith("a.yaml:1:4: the character U+0000 is not allowed");
    assertThat(readBytes((POD + "---\na: \u0007\n").getBytes(StandardCharsets.UTF_8)).problems())
        .singleElement()
        .asString()
        .startsWith("a.yaml:3:4: the character U+0007");
  }

  @Test
  void byteOrderMarksAndWindowsLineEndsAreAccepted() {
    String windows = deployment("a", "replicas: x").replace("\n", "\r\n");
    assertThat(problems("\uFEFF" + windows)).singleElement().asString().startsWith("a.yaml:10:13:");
    assertThat(podNames("\uFEFF" + POD)).hasSize(1);
  }

  @Test
  void tooLargeInputIsRefusedAfterItsLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    Reading reading =
        ManifestReader.read(
            List.of(Source.ofStream("-", endless), Source.ofText("b.yaml", POD)),
            new ReaderOptions(Replicas.CURRENT, 1 << 20, 10));
    assertThat(reading.problems())
        .singleElement()
        .hasToString("-: is larger than 1 MiB; split it, or leave out what runs no pods");
    assertThat(reading.observation().pending()).hasSize(1);
  }

  @Test
  void jsonIsReadWithItsPlaces() {
    String json =
        """
        {
        \t"apiVersion": "v1", "kind": "PodList",
        \t"items": [
        \t\t{"metadata": {"name": "a", "annotations": {"t": "\\ud83d\\ude00 \\/"}},
        \t\t "spec": {"containers": [{"name": "c"}]}},
        \t\t{"metadata": {"name": "b"}, "spec": {"containers": [{"name": "c"}], "hostNetwork": "x"}}
        \t]
        }
        """;
    assertThat(problems(json))
        .singleElement()
        .asString()
        .startsWith("a.yaml:6:")
        .contains("items[1].spec.hostNetwork is the text \"x\", expected true or false");
  }

  @Test
  void listsOfAllKindsAreOpened() {
    String list =
        "{apiVersion: v1, kind: List, items: [%s, {apiVersion: v1, kind: List, items: [%s]}]}";
    assertThat(podNames(list.formatted(POD, POD.replace("name: p", "name: q"))))
        .containsExactly("default/p", "default/q");
    assertThat(
            podNames(
                "{apiVersion: v1, kind: PodList, items: [{metadata: {name: a}, spec: {containers:"
                    + " [{name: c}]}}]}"))
        .containsExactly("default/a");
  }

  @Test
  void directivesBelongToTheDocumentAfterThem() {
    assertThat(
            podNames(
                "%YAML 1.1\n---\n"
                    + POD
                    + "...\n# c\n%YAML 1.2\n--- # next\n"
                    + POD.replace("name: p", "name: q")))
        .containsExactly("default/p", "default/q");
  }

  @Test
  void endlessFaultsAreCounted() {
    ByteArrayOutputStream yaml = new ByteArrayOutputStream();
    for (int i = 0; i < Diagnostics.MOST + 50; i++) {
      yaml.writeBytes("---\nkind: Pod\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(readBytes(yaml.toByteArray()).problems())
        .hasSize(Diagnostics.MOST + 1)
        .last()
        .asString()
        .contains("50 more problems");
  }
}
