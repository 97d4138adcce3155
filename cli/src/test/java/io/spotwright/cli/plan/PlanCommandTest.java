package io.spotwright.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The verb from manifests to output; what the engine decides is tested with the engine. */
class PlanCommandTest {
  private static final String WEB = deployment("web", 4, "500m", "");

  @TempDir private Path folder;

  private static String deployment(String name, int replicas, String cpu, String podFields) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s}
    spec:
      replicas: %2$d
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          %4$s
          containers:
            - {name: main, image: main, resources: {requests: {cpu: %3$s, memory: 1Gi}}}
    """
        .formatted(name, replicas, cpu, podFields);
  }

  private static Transcript plan(String input, String... options) {
    List<String> words = new ArrayList<>(List.of("plan", "-", "--time-limit", "50ms"));
    words.addAll(List.of(options));
    return Transcript.of(input, words.toArray(String[]::new));
  }

  private static Map<?, ?> json(Transcript transcript, int code) {
    Load load = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) load.loadFromString(transcript.ended(code));
  }

  private static List<?> nodes(Map<?, ?> plan) {
    return plan.get("nodes") instanceof List<?> nodes ? nodes : List.of();
  }

  @Test
  void aDeploymentGetsSpotNodesAndTheOutputSaysWhatWasAssumed() {
    String table = plan(WEB).ended(0);

    assertThat(table)
        .contains("NODES TO BUY", " spot ", "for 4 pods", "No region is given, so westeurope")
        .contains("1 workload still needs that toleration: default/web.");
  }

  @Test
  void podsAreNumberedAndAllOfThemAreInTheDocument() {
    Map<?, ?> plan = json(plan(WEB, "--output", "json"), 0);

    assertThat(nodes(plan).toString())
        .contains("default/web-0", "default/web-1", "default/web-2", "default/web-3");
    assertThat((List<?>) plan.get("unplaced")).isEmpty();
    assertThat((Double) plan.get("hourlyCost")).isPositive();
  }

  @Test
  void tolerantPodsNeedNoRemark() {
    String tolerant =
        "tolerations: [{key: kubernetes.azure.com/scalesetpriority, operator: Equal, value: spot,"
            + " effect: NoSchedule}]";

    assertThat(plan(deployment("web", 1, "1", tolerant)).ended(0)).doesNotContain("toleration");
  }

  @Test
  void podsThatFitNowhereEndWithThreeAndAReason() {
    String huge = deployment("huge", 2, "900", "");

    assertThat(plan(WEB + huge).ended(3))
        .contains("LEFT OVER", "2 pods of Deployment default/huge", "What helps: allow larger");
    Map<?, ?> plan = json(plan(huge, "--output", "json"), 3);
    assertThat(plan.get("unplaced")).asString().contains("default/huge-1", "kind=resources");
  }

  @Test
  void everyFaultOfTheInputIsOneLineWithItsPlaceAndNothingIsPrinted() {
    Transcript broken = plan(deployment("web", -1, "500m", "") + deployment("api", 1, "12xm", ""));

    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.out()).isEmpty();
    assertThat(broken.err().lines().toList())
        .hasSize(2)
        .allMatch(line -> line.matches("spotwright: <stdin>:\\d+:\\d+: .+"));
  }

  @Test
  void flagsOverrideThePolicyFileWhichOverridesThePolicyAmongTheInputs() throws IOException {
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, policy("northeurope", "on-demand"));
    String input = WEB + policy("uksouth", "spot");

    assertThat(plan(input).ended(0)).contains("uksouth; as of");
    assertThat(plan(input, "--policy", file.toString()).ended(0))
        .contains("northeurope; as of", " on-demand ", "because --policy names another");
    assertThat(
            plan(input, "--policy", file.toString(), "--region", "francecentral", "--zones=2")
                .ended(0))
        .contains("francecentral; as of", " on-demand ", "zone 2");
    assertThat(plan(WEB, "--policy", file.toString(), "--capacity-type", "spot").ended(0))
        .contains("northeurope; as of", "), spot, zones");
  }

  private static String policy(String region, String capacityType) {
    return """
    ---
    apiVersion: spotwright.io/v1alpha1
    kind: SpotPolicy
    metadata: {name: test}
    spec:
      region: %s
      capacityMix: {capacityTypes: [%s]}
    """
        .formatted(region, capacityType);
  }

  @Test
  void aPolicyFileWithoutAPolicyIsRefused() throws IOException {
    Path file = folder.resolve("other.yaml");
    Files.writeString(file, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n");

    plan(WEB, "--policy", file.toString())
        .isRefusedWith(
            "spotwright: --policy: "
                + file
                + " holds no SpotPolicy; see docs/spotpolicy.md for its form");
  }

  @Test
  void armSizesAreConsideredOnlyWhenAPodAsksForThem() {
    String arm = deployment("arm", 1, "1", "nodeSelector: {kubernetes.io/arch: arm64}");

    assertThat(plan(WEB).ended(0)).contains("(amd64)").doesNotContain("arm64");
    assertThat(plan(WEB + arm).ended(0)).contains("(amd64, arm64)", "arm64 sizes are considered");
  }

  @Test
  void aSizeThatAPodNamesIsAddedToTheFamiliesByDefault() {
    String gpu = deployment("gpu", 1, "1", "nodeSelector: {karpenter.azure.com/sku-family: L}");

    assertThat(plan(gpu).ended(0)).contains("Standard_L");
  }

  @Test
  void onlyTheFamiliesAskedForAreBought() {
    Map<?, ?> plan = json(plan(WEB, "--families", "Easv5", "--output", "json"), 0);

    assertThat(nodes(plan)).isNotEmpty().allMatch(n -> n.toString().matches(".*_E\\d+as_v5.*"));
  }

  @Test
  void aPodIsExplainedByNameOrByItsWorkload() {
    String why = plan(WEB, "--explain", "default/web-2").ended(0);

    assertThat(why).contains("WHY default/web-2", "It is on ", "A node for it alone would add");
    assertThat(plan(WEB, "--explain", "web").ended(0)).contains("WHY default/web-0");
    Map<?, ?> plan = json(plan(WEB, "--explain", "web-1", "--output", "yaml"), 0);
    assertThat(plan.get("explain")).asString().contains("pod=default/web-1", "nextBest={vmSize=");
  }

  @Test
  void aPodLeftOverIsExplainedWithItsReasons() {
    assertThat(plan(deployment("huge", 1, "900", ""), "--explain", "huge-0").ended(3))
        .contains("WHY default/huge-0", "It is left over. It asks for 900 CPU and 1 GiB memory.");
  }

  @Test
  void explainingAPodThatIsNotThereNamesTheNearest() {
    plan(deployment("web", 1, "1", ""), "--explain", "default/wep-0")
        .isRefusedWith(
            "spotwright: --explain: no pod 'default/wep-0' is to be placed; did you mean"
                + " default/web-0?; name it as namespace/name; pods of a controller end in -0, -1"
                + " and so on");
  }

  @Test
  void instanceTypesFromAFileReplaceTheCatalogue() throws IOException {
    Path file = folder.resolve("types.json");
    Files.writeString(
        file,
        """
        [{"name": "box", "architecture": "arm64", "operatingSystems": ["linux"],
          "resources": {"cpu": "8", "memory": "32Gi", "pods": "110"},
          "offerings": [{"Price": 0.5, "Available": true, "Requirements": [
            {"key": "karpenter.sh/capacity-type", "operator": "In", "values": ["spot"]},
            {"key": "topology.kubernetes.io/zone", "operator": "In", "values": ["here"]}]}]}]
        """);

    assertThat(plan(WEB, "--instance-types", file.toString()).ended(0))
        .contains(" box ", " here ", "0.5000 $/h", "1 VM size (arm64), spot, zone here")
        .doesNotContain("No region is given");
  }

  @Test
  void anEmptyInputIsAPlanWithoutNodes() {
    assertThat(plan("").ended(0)).startsWith("NODES TO BUY\nnone: the input has no pods to place");
  }
}
