package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.pod;
import static io.spotwright.kubernetes.manifest.Manifests.podProblems;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.HostPort;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.model.constraint.Weighted;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulingRulesTest {

  @Test
  void nodeAffinityInAllItsOperators() {
    PodSpec spec =
        pod(
            """
            nodeSelector: {disk: ssd}
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions:
                    - {key: a, operator: In, values: [x, "1"]}
                    - {key: b, operator: NotIn, values: [w]}
                    - {key: c, operator: Exists}
                    - {key: d, operator: DoesNotExist, values: []}
                    - {key: e, operator: Gt, values: ["4"]}
                    - {key: f, operator: Lt, values: ["-4"]}
                  - matchFields: [{key: metadata.name, operator: In, values: [node-1]}]
                preferredDuringSchedulingIgnoredDuringExecution:
                - {weight: 7, preference: {matchExpressions: [{key: g, operator: Exists}]}}
            """);
    assertThat(spec.nodeSelector()).isEqualTo(Map.of("disk", "ssd"));
    assertThat(spec.requiredNodeTerms())
        .containsExactly(
            new NodeSelectorTerm(
                List.of(
                    Requirement.in("a", "x", "1"),
                    new Requirement("b", Operator.NOT_IN, List.of("w")),
                    new Requirement("c", Operator.EXISTS, List.of()),
                    new Requirement("d", Operator.DOES_NOT_EXIST, List.of()),
                    new Requirement("e", Operator.GT, List.of("4")),
                    new Requirement("f", Operator.LT, List.of("-4")))),
            new NodeSelectorTerm(List.of(), List.of(Requirement.in("metadata.name", "node-1"))));
    assertThat(spec.preferredNodeTerms())
        .containsExactly(
            new Weighted<>(
                7,
                new NodeSelectorTerm(List.of(new Requirement("g", Operator.EXISTS, List.of())))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: a, operator: in, values: [x]} | did you mean 'In'?|unknown value",
        "{key: a, operator: Gte, values: ['1']} | did you mean Gt?|unknown value",
        "{key: a, operator: In} | add values|needs at least one value",
        "{key: a, operator: NotIn, values: []} | add values|needs at least one value",
        "{key: a, operator: Exists, values: [x]} | remove the values|must be empty",
        "{key: a, operator: Gt, values: [x]} | [\"8\"]|exactly one whole number",
        "{key: a, operator: Lt, values: ['1', '2']} | [\"8\"]|exactly one whole number",
        "{key: a, operator: Gt, values: [4]} | in quotes|is the number 4, expected a text",
        "{key: a} | one of In|operator is missing",
        "{operator: Exists} | add it|key is missing",
        "{key: 'a b', operator: Exists} | PREFIX/NAME|invalid label key"
      })
  void faultyNodeExpressionsAreProblems(String expression, String hint, String message) {
    List<String> problems =
        podProblems(
            """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms: [{matchExpressions: [%s]}]
            """
                .formatted(expression));
    assertThat(problems)
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith("a.yaml:9:")
                .contains(message)
                .contains(hint.replace("'", "").strip()));
  }

  @Test
  void anEmptySelectorTermMatchesNoNode() {
    PodSpec spec =
        pod(
            """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}
            """);
    assertThat(spec.requiredNodeTerms()).hasSize(1);
    assertThat(spec.requiredNodeTerms().getFirst().matches(Map.of("a", "b"), "n")).isFalse();
  }

  @Test
  void podAffinityWithEveryField() {
    PodSpec spec =
        pod(
            """
            affinity:
              podAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: topology.kubernetes.io/zone
                  labelSelector: {matchLabels: {app: db}, matchExpressions: [{key: v, operator: Exists}]}
                  namespaces: [b, a]
                  namespaceSelector: {}
                  matchLabelKeys: [pod-template-hash]
                  mismatchLabelKeys: [tenant]
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname}]
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 100
                  podAffinityTerm: {topologyKey: rack, labelSelector: {matchLabels: {app: lone}}}
            """);
    SortedSet<String> namespaces = new TreeSet<>(List.of("a", "b"));
    LabelSelector all = LabelSelector.of(Map.of());
    LabelSelector db =
        new LabelSelector(
            new TreeMap<>(Map.of("app", "db")),
            List.of(new Requirement("v", Operator.EXISTS, List.of())));
    assertThat(spec.requiredAffinity())
        .containsExactly(
            new PodAffinityTerm(
                "topology.kubernetes.io/zone",
                db,
                namespaces,
                all,
                List.of("pod-template-hash"),
                List.of("tenant")));
    assertThat(spec.requiredAntiAffinity())
        .singleElement()
        .matches(term -> term.labelSelector() == null && term.namespaceSelector() == null);
    assertThat(spec.preferredAntiAffinity())
        .containsExactly(
            new Weighted<>(
                100, PodAffinityTerm.of("rack", LabelSelector.of(Map.of("app", "lone")))));
    assertThat(spec.preferredAffinity()).isEmpty();
  }

  @Test
  void topologySpreadDefaultsAreApplied() {
    PodSpec spec =
        pod(
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule}
            - maxSkew: 2
              topologyKey: h
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {matchLabels: {app: lone}}
              nodeAffinityPolicy: Ignore
              nodeTaintsPolicy: Honor
              matchLabelKeys: [k]
            - {maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, minDomains: 3}
            """);
    assertThat(spec.topologySpread())
        .containsExactly(
            new TopologySpread(1, "z", true, null, 1, true, false, List.of()),
            new TopologySpread(
                2,
                "h",
                false,
                LabelSelector.of(Map.of("app", "lone")),
                1,
                false,
                true,
                List.of("k")),
            new TopologySpread(1, "z", true, null, 3, true, false, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{maxSkew: 0, topologyKey: z, whenUnsatisfiable: DoNotSchedule} | maxSkew is the number 0",
        "{topologyKey: z, whenUnsatisfiable: DoNotSchedule} | maxSkew is missing",
        "{maxSkew: 1, whenUnsatisfiable: DoNotSchedule} | topologyKey is missing",
        "{maxSkew: 1, topologyKey: z} | whenUnsatisfiable is missing",
        "{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotschedule} | did you mean DoNotSchedule",
        "{maxSkew: 1, topologyKey: z, whenUnsatisfiable: ScheduleAnyway, minDomains: 2} | needs when",
        "{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, minDomains: 0} | at least 1",
        "{maxSkew: '1', topologyKey: z, whenUnsatisfiable: DoNotSchedule} | is the text \"1\"",
        "{maxSkew: 1.5, topologyKey: z, whenUnsatisfiable: DoNotSchedule} | is the number 1.5",
        "{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: No} | boolean"
      })
  void faultySpreadConstraintsAreProblems(String constraint, String message) {
    assertThat(podProblems("topologySpreadConstraints: [" + constraint + "]"))
        .anySatisfy(problem -> assertThat(problem).startsWith("a.yaml:6:").contains(message));
  }

  @Test
  void tolerationsWithTheirDefaults() {
    assertThat(
            pod("""
            tolerations:
            - {key: a, value: b, effect: NoSchedule}
            - {key: a, operator: Exists}
            - {operator: Exists}
            - {key: a, operator: Equal, effect: NoExecute, tolerationSeconds: 30}
            - {key: a, effect: ""}
            """)
                .tolerations())
        .containsExactly(
            new Toleration("a", false, "b", Taint.Effect.NO_SCHEDULE),
            new Toleration("a", true, "", null),
            new Toleration("", true, "", null),
            new Toleration("a", false, "", Taint.Effect.NO_EXECUTE, 30L),
            new Toleration("a", false, "", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{value: x} | needs the operator Exists",
        "{key: a, operator: Exists, value: x} | must be empty with Exists",
        "{key: a, operator: exists} | did you mean Exists",
        "{key: a, effect: noschedule} | did you mean NoSchedule",
        "{key: a, value: true} | the boolean true"
      })
  void faultyTolerationsAreProblems(String toleration, String message) {
    assertThat(podProblems("tolerations: [" + toleration + "]"))
        .anySatisfy(problem -> assertThat(problem).startsWith("a.yaml:6:").contains(message));
  }

  @Test
  void comparingTolerationsAreNotedAsUnsupported() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers: [{name: c}]
          tolerations: [{key: a, operator: Gt, value: "5"}]
        """;
    assertThat(Manifests.observe(yaml).pending().getFirst().spec().tolerations()).isEmpty();
    assertThat(Manifests.notes(yaml))
        .anyMatch(note -> note.contains("operator Gt is not supported"));
  }

  @Test
  void hostPortsOfContainersAndSidecars() {
    assertThat(
            pod("""
            initContainers:
            - {name: i, ports: [{containerPort: 1, hostPort: 1}]}
            - {name: s, restartPolicy: Always, ports: [{containerPort: 2, hostPort: 2}]}
            containers:
            - name: c
              ports:
              - {containerPort: 80}
              - {containerPort: 81, hostPort: 8081, protocol: UDP, hostIP: 10.0.0.1}
              - {containerPort: 82, hostPort: 8082}
            """)
                .hostPorts())
        .containsExactlyInAnyOrder(
            new HostPort("10.0.0.1", "UDP", 8081),
            new HostPort("0.0.0.0", "TCP", 8082),
            new HostPort("0.0.0.0", "TCP", 2));
  }

  @Test
  void withHostNetworkEveryContainerPortIsOnTheNode() {
    assertThat(
            pod("""
            hostNetwork: true
            containers: [{name: c, ports: [{containerPort: 80}, {containerPort: 53, protocol: UDP}]}]
            """)
                .hostPorts())
        .containsExactly(new HostPort("0.0.0.0", "TCP", 80), new HostPort("0.0.0.0", "UDP", 53));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodeSelector: {a: true}",
        "nodeSelector: {a: 1}",
        "nodeSelector: {a: 1.20}",
        "nodeSelector: {a: yes}",
        "nodeSelector: {a: on}",
        "nodeSelector: {a: 0777}",
        "nodeSelector: {a: [x]}"
      })
  void labelValuesMustBeTexts(String selector) {
    assertThat(podProblems(selector))
        .singleElement()
        .asString()
        .contains("spec.nodeSelector.a is")
        .contains("expected a text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b: x", "-a: x", "/a: x", "a/: x", "A/b: x", "a..b/c: x", "a: x y", "a: -"})
  void labelsMustHaveTheSyntaxOfLabels(String entry) {
    assertThat(podProblems("nodeSelector: {" + entry.replace(": -", ": \"-\"") + "}"))
        .singleElement()
        .asString()
        .contains("invalid label");
  }

  @Test
  void usualLabelsAreAccepted() {
    assertThat(
            pod("""
            nodeSelector:
              kubernetes.azure.com/scalesetpriority: spot
              a.b-c.d/E_f.g-1: "1.20"
              empty: ""
              absent:
            """)
                .nodeSelector())
        .hasSize(4);
  }
}
