package io.spotwright.kubernetes.manifest;

import static io.spotwright.kubernetes.manifest.Manifests.problems;
import static io.spotwright.kubernetes.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotPolicyTest {

  private static String policy(String spec) {
    return """
    apiVersion: spotwright.io/v1alpha1
    kind: SpotPolicy
    metadata: {name: shop}
    spec:
    """
        + spec.indent(2);
  }

  @Test
  void everyField() {
    Reading reading =
        read(
            policy(
                """
                region: westeurope
                zones: ["1", "3"]
                requirements:
                - {key: karpenter.azure.com/sku-family, operator: In, values: [D, E], minValues: 2}
                - {key: karpenter.azure.com/sku-cpu, operator: Lte, values: ["32"]}
                capacityMix:
                  capacityTypes: [spot, on-demand]
                  onDemandBase: 2
                  onDemandPercentageAboveBase: 20
                spread:
                  maxPoolShare: 25%
                  maxFamilyZoneShare: 0.5
                  surviveLossOf: capacityPool
                nodes: {maxPods: 110, overhead: aks}
                limits: {cpu: 1000, memory: 4Ti, nodes: 50}
                """));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.policy())
        .isEqualTo(
            new SpotPolicy(
                "shop",
                "westeurope",
                List.of("1", "3"),
                Set.of(CapacityType.SPOT, CapacityType.ON_DEMAND),
                List.of(
                    new Requirement(
                        "karpenter.azure.com/sku-family", Operator.IN, List.of("D", "E"), 2),
                    new Requirement("karpenter.azure.com/sku-cpu", Operator.LTE, List.of("32"))),
                2,
                20,
                0.25,
                0.5,
                true,
                110,
                "aks",
                Resources.of(Map.of("cpu", 1_000_000L, "memory", 4L << 40, "nodes", 50L))));
  }

  @Test
  void anEmptySpecSaysNothing() {
    SpotPolicy policy = read(policy("{}")).policy();
    assertThat(policy).isNotNull();
    assertThat(policy.region()).isNull();
    assertThat(policy.zones()).isEmpty();
    assertThat(policy.capacityTypes()).isEmpty();
    assertThat(policy.maxPoolShare()).isNull();
    assertThat(policy.surviveLossOfCapacityPool()).isFalse();
    assertThat(policy.limits()).isEqualTo(Resources.NONE);
  }

  @Test
  void withoutAPolicyThereIsNone() {
    assertThat(read("").policy()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regoin: x | 5:3: unknown field 'spec.regoin'; did you mean region?",
        "capacitymix: {} | 5:3: unknown field 'spec.capacitymix'; did you mean capacityMix?",
        "spread: {maxPoolshares: 1%} | 5:12: unknown field 'spec.spread.maxPoolshares'",
        "nodes: {max: 1} | unknown field 'spec.nodes.max'",
        "limits: {volumes: 1} | unknown field 'spec.limits.volumes'; known: cpu, memory, nodes",
        "region: 5 | spec.region is the number 5, expected a text",
        "zones: [1] | spec.zones[0] is the number 1, expected a text; write it in quotes",
        "zones: [westeurope-1] | unknown zone \"westeurope-1\"; Azure's zones are",
        "capacityMix: {capacityTypes: [Spot]} | unknown value \"Spot\"; known: spot, on-demand",
        "capacityMix: {onDemandPercentageAboveBase: 120} | it must be from 0 to 100",
        "capacityMix: {onDemandBase: -1} | it must be at least 0",
        "spread: {maxPoolShare: 0%} | expected a share above 0% up to 100%; write 25% or 0.25",
        "spread: {maxPoolShare: 25} | expected a share above 0% up to 100%",
        "spread: {maxPoolShare: 101%} | expected a share",
        "spread: {maxPoolShare: [1%]} | is a list",
        "spread: {surviveLossOf: zone} | spec.spread.surviveLossOf has the unknown value",
        "nodes: {maxPods: 5} | it must be from 10 to 250",
        "nodes: {overhead: gke} | known: aks, karpenter, none",
        "requirements: [{key: a, operator: In}] | needs at least one value"
      })
  void faultyFieldsAreNamed(String spec, String message) {
    assertThat(problems(policy(spec)))
        .singleElement()
        .asString()
        .startsWith("a.yaml:5:")
        .contains(message);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(problems(policy("regoin: x\nzones: 1\nnodes: {maxPods: no}"))).hasSize(3);
  }

  @Test
  void aSecondPolicyIsAProblem() {
    assertThat(problems(policy("{}") + "---\n" + policy("{}").replace("shop", "other")))
        .singleElement()
        .asString()
        .contains("a second SpotPolicy, other; one policy drives a run");
  }
}
