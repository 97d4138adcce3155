package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.notes;
import static io.spotwright.kubernetes.manifest.Manifests.observe;
import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.NodePool;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterObjectsTest {

  private static int priority(String spec, String classes) {
    return observe(
            "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]"
                + spec
                + "}}\n"
                + classes)
        .pending()
        .getFirst()
        .spec()
        .priority();
  }

  private static String priorityClass(String name, int value, boolean standard) {
    return "---\n{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: "
        + name
        + "}, value: "
        + value
        + ", globalDefault: "
        + standard
        + "}\n";
  }

  private static List<DisruptionBudget> budgets(String spec) {
    return observe(budget(spec)).disruptionBudgets();
  }

  private static String budget(String spec) {
    return "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {"
        + spec
        + "}}";
  }

  private static String nodePool(String spec) {
    return """
    ---
    apiVersion: karpenter.sh/v1
    kind: NodePool
    metadata: {name: spot}
    spec:
    """
        + spec.indent(2);
  }

  @Test
  void prioritiesComeFromThePodItsClassTheDefaultClassOrTheBuiltInOnes() {
    String classes = priorityClass("high", 1000, false) + priorityClass("usual", 10, true);
    assertThat(priority("", "")).isZero();
    assertThat(priority("", classes)).isEqualTo(10);
    assertThat(priority(", priorityClassName: high", classes)).isEqualTo(1000);
    assertThat(priority(", priority: -7, priorityClassName: high", classes)).isEqualTo(-7);
    assertThat(priority(", priorityClassName: system-node-critical", "")).isEqualTo(2000001000);
    assertThat(priority(", priorityClassName: system-cluster-critical", "")).isEqualTo(2000000000);
    assertThat(priority(", priorityClassName: unheard", classes)).isZero();
  }

  @Test
  void anUnknownPriorityClassIsNoted() {
    assertThat(
            notes(
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {priorityClassName: x,"
                    + " containers: [{name: c}]}}"))
        .contains("PriorityClass x is not in the input; priority 0 is assumed");
  }

  @Test
  void namespacesBringTheirLabels() {
    assertThat(
            observe("{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: a}}}")
                .namespaceLabels())
        .isEqualTo(Map.of("shop", Map.of("team", "a", "kubernetes.io/metadata.name", "shop")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minAvailable: 2 | 2 | ",
        "minAvailable: 50% | 50% | ",
        "maxUnavailable: 0 |  | 0",
        "maxUnavailable: 100% |  | 100%",
        "maxUnavailable: '\"30%\"' |  | 30%"
      })
  void budgetsInCountsAndPercentages(String spec, String available, String unavailable) {
    assertThat(budgets("selector: {matchLabels: {a: b}}, " + spec.replace("'", "")))
        .containsExactly(
            new DisruptionBudget(
                "default", "b", LabelSelector.of(Map.of("a", "b")), available, unavailable));
  }

  @Test
  void anEmptySelectorOfABudgetSelectsAllAndNoneNothing() {
    assertThat(budgets("selector: {}, minAvailable: 1").getFirst().selector())
        .isEqualTo(LabelSelector.of(Map.of()));
    assertThat(budgets("minAvailable: 1").getFirst().selector()).isNull();
    assertThat(
            observe(budget("selector: {}, minAvailable: 1").replace("policy/v1", "policy/v1beta1"))
                .disruptionBudgets()
                .getFirst()
                .selector())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minAvailable: 1, maxUnavailable: 1 | sets both minAvailable and maxUnavailable",
        "selector: {} | sets neither minAvailable nor maxUnavailable",
        "minAvailable: -1 | it must be at least 0",
        "minAvailable: 101% | expected a count or a percentage",
        "minAvailable: \"2\" | expected a count or a percentage",
        "minAvailable: 1.5 | expected a whole number"
      })
  void faultyBudgetsAreProblems(String spec, String message) {
    assertThat(problems(budget(spec))).singleElement().asString().contains(message);
  }

  @Test
  void aNodePoolWithItsNodeClass() {
    List<NodePool> pools =
        observe(
                nodePool(
                        """
                        weight: 50
                        limits: {cpu: 1k, memory: 1Ti, nodes: 20}
                        template:
                          metadata: {labels: {tier: spot}}
                          spec:
                            nodeClassRef: {group: karpenter.azure.com, kind: AKSNodeClass, name: small}
                            taints: [{key: a, value: b, effect: NoSchedule}]
                            startupTaints: [{key: s, effect: NoExecute}]
                            requirements:
                            - {key: karpenter.sh/capacity-type, operator: In, values: [spot]}
                            - {key: karpenter.azure.com/sku-cpu, operator: Gte, values: ["4"]}
                            - {key: karpenter.azure.com/sku-cpu, operator: Lte, values: ["32"]}
                            - {key: karpenter.azure.com/sku-family, operator: Exists, minValues: 3}
                        """)
                    + """
                    ---
                    apiVersion: karpenter.azure.com/v1beta1
                    kind: AKSNodeClass
                    metadata: {name: small}
                    spec: {maxPods: 30}
                    """)
            .nodePools();
    NodePool pool = pools.getFirst();
    assertThat(pool.weight()).isEqualTo(50);
    assertThat(pool.labels()).isEqualTo(Map.of("tier", "spot"));
    assertThat(pool.limits().asMap())
        .isEqualTo(Map.of("cpu", 1_000_000L, "memory", 1L << 40, "nodes", 20L));
    assertThat(pool.taints()).containsExactly(new Taint("a", "b", Taint.Effect.NO_SCHEDULE));
    assertThat(pool.startupTaints()).containsExactly(new Taint("s", "", Taint.Effect.NO_EXECUTE));
    assertThat(pool.requirements())
        .containsExactly(
            Requirement.in("karpenter.sh/capacity-type", "spot"),
            new Requirement("karpenter.azure.com/sku-cpu", Operator.GTE, List.of("4")),
            new Requirement("karpenter.azure.com/sku-cpu", Operator.LTE, List.of("32")),
            new Requirement("karpenter.azure.com/sku-family", Operator.EXISTS, List.of(), 3));
    assertThat(pool.maxPods()).isEqualTo(30);
  }

  @Test
  void aLimitOfZeroIsKept() {
    NodePool pool =
        observe(nodePool("limits: {cpu: 0}\ntemplate: {spec: {}}")).nodePools().getFirst();
    assertThat(pool.limits()).isEqualTo(Resources.of(Map.of("cpu", 0L)));
    assertThat(pool.maxPods()).isNull();
  }

  @Test
  void theOldVersionOfANodePoolIsNoted() {
    assertThat(notes(nodePool("template: {spec: {}}").replace("sh/v1", "sh/v1beta1")))
        .contains("NodePool spot is of the old version v1beta1; it is read as karpenter.sh/v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 101 | it must be from 0 to 100",
        "limits: {cpu: -1} | must not be negative",
        "weight: 5 | has no spec.template.spec"
      })
  void faultyNodePoolsAreProblems(String spec, String message) {
    String template = message.startsWith("has no") ? "" : "\ntemplate: {spec: {}}";
    assertThat(problems(nodePool(spec + template))).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{effect: NoSchedule} | key is missing",
        "{key: a} | effect is missing",
        "{key: a, effect: Never} | known: NoSchedule, PreferNoSchedule, NoExecute"
      })
  void faultyTaintsAreProblems(String taint, String message) {
    assertThat(problems(nodePool("template: {spec: {taints: [" + taint + "]}}")))
        .singleElement()
        .asString()
        .contains(message);
  }
}
