package io.spotwright.packing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.Binding;
import io.spotwright.packing.LowerBound;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The verifier must see each kind of fault, or its silence means nothing. */
class PlanVerifierTest {
  private static final LabelSelector WEB = LabelSelector.of(Map.of("app", "web"));
  private static final Offering SPOT_1 = offering("zone-1", CapacityType.SPOT);
  private static final Offering SPOT_2 = offering("zone-2", CapacityType.SPOT);
  private static final Offering DEMAND_1 = offering("zone-1", CapacityType.ON_DEMAND);
  private static final List<Offering> OFFERINGS = List.of(SPOT_1, SPOT_2, DEMAND_1);

  private static Offering offering(String zone, CapacityType type) {
    VmSize size =
        new VmSize(
            "size-4",
            "D",
            4,
            new TreeMap<>(Map.of(Labels.ARCH, "amd64")),
            Resources.of(4000, 16_000, 10),
            Resources.of(3900, 15_000, 10));
    return new Offering(size, zone, type, type == CapacityType.SPOT ? 0.1 : 0.4, false);
  }

  private static PodSpec web(UnaryOperator<PodSpec.Builder> rules) {
    return rules
        .apply(new PodSpec.Builder("default", Map.of("app", "web"), Resources.of(1000, 1000, 1)))
        .build();
  }

  private static List<Pod> pods(int count, PodSpec spec) {
    Workload web = new Workload("Deployment", "default", "web");
    return IntStream.range(0, count).mapToObj(i -> new Pod("web-" + i, spec, web)).toList();
  }

  private static Observation observation(List<Pod> pending, NodePool... pools) {
    return new Observation(pending, List.of(), List.of(), List.of(pools), List.of(), Map.of());
  }

  private static PlanRequest request(Observation observation, SpotPolicy policy) {
    return new PlanRequest(observation, OFFERINGS, policy, Binding.EXACT, Duration.ofSeconds(1), 1);
  }

  private static SpotPolicy policy(
      int base, @Nullable Double poolShare, boolean survive, Resources limits) {
    return new SpotPolicy(
        "p", null, List.of(), Set.of(), List.of(), base, 0, poolShare, null, survive, null, null,
        limits);
  }

  private static PlannedNode node(int number, Offering offering, List<Pod> pods) {
    return new PlannedNode("n" + number, null, offering, null, pods);
  }

  private static Plan plan(PlannedNode... nodes) {
    double cost = 0;
    for (PlannedNode node : nodes) {
      cost += node.hourlyPrice();
    }
    return new Plan(
        List.of(nodes), List.of(), cost, new LowerBound(0, List.of()), 1, cost, null, 0, List.of());
  }

  private static List<String> violations(PodSpec spec, List<Offering> nodes, int... shares) {
    return violations(spec, SpotPolicy.UNSET, nodes, shares);
  }

  private static List<String> violations(
      PodSpec spec, SpotPolicy policy, List<Offering> nodes, int... shares) {
    List<Pod> pods = pods(IntStream.of(shares).sum(), spec);
    List<PlannedNode> planned = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < shares.length; i++) {
      planned.add(node(i, nodes.get(i), pods.subList(from, from + shares[i])));
      from += shares[i];
    }
    return PlanVerifier.verify(
            request(observation(pods), policy), plan(planned.toArray(PlannedNode[]::new)))
        .violations();
  }

  @Test
  void aPlanThatKeepsEveryRuleHasNoViolation() {
    assertThat(violations(web(pod -> pod), List.of(SPOT_1, SPOT_2), 3, 1)).isEmpty();
  }

  @Test
  void aPodThatIsForgottenOrPlacedTwiceIsSeen() {
    List<Pod> pods = pods(2, web(pod -> pod));
    PlannedNode first = node(1, SPOT_1, pods.subList(0, 1));
    PlannedNode again = node(2, SPOT_2, pods.subList(0, 1));
    assertThat(
            PlanVerifier.verify(request(observation(pods), SpotPolicy.UNSET), plan(first, again))
                .violations())
        .containsExactlyInAnyOrder(
            "pod default/web-0: 2 times in plan", "pod default/web-1: 0 times in plan");
  }

  @Test
  void aPodLeftOverThoughANodeFitsItIsSeen() {
    List<Pod> pods = pods(1, web(pod -> pod));
    Reason why = new Reason(Reason.Kind.RESOURCES, "too large", 3);
    Plan lazy =
        new Plan(
            List.of(),
            List.of(new Unplaced(pods.getFirst(), List.of(why))),
            0,
            new LowerBound(0, List.of()),
            1,
            0,
            null,
            0,
            List.of());
    assertThat(PlanVerifier.verify(request(observation(pods), SpotPolicy.UNSET), lazy).violations())
        .singleElement()
        .asString()
        .contains("left over, but fits");
  }

  @Test
  void aNodeThatIsTooSmallIsSeen() {
    assertThat(violations(web(pod -> pod), List.of(SPOT_1), 4))
        .singleElement()
        .asString()
        .contains("cpu 4000 > allocatable 3900");
  }

  @Test
  void aNodeThatIsNotOnOfferIsSeen() {
    Offering other = offering("zone-3", CapacityType.SPOT);
    assertThat(violations(web(pod -> pod), List.of(other), 1)).contains("node n0: not on offer");
  }

  @Test
  void aWrongSumAndABoundAboveThePriceAreSeen() {
    List<Pod> pods = pods(1, web(pod -> pod));
    Plan wrong =
        new Plan(
            List.of(node(1, SPOT_1, pods)),
            List.of(),
            0.2,
            new LowerBound(0.15, List.of()),
            1,
            0.2,
            null,
            0,
            List.of());
    assertThat(
            PlanVerifier.verify(request(observation(pods), SpotPolicy.UNSET), wrong).violations())
        .hasSize(2);
  }

  @Test
  void aNodeSelectorThatIsNotMetIsSeen() {
    PodSpec spec = web(pod -> pod.nodeSelector(Map.of(Labels.ZONE, "zone-2")));
    assertThat(violations(spec, List.of(SPOT_1), 1)).hasSize(1);
    assertThat(violations(spec, List.of(SPOT_2), 1)).isEmpty();
  }

  @Test
  void aHostPortTakenTwiceOnANodeIsSeen() {
    PodSpec spec = web(pod -> pod.hostPorts(List.of(new HostPort("0.0.0.0", "TCP", 80))));
    assertThat(violations(spec, List.of(SPOT_1), 2)).hasSize(1);
    assertThat(violations(spec, List.of(SPOT_1, SPOT_1), 1, 1)).isEmpty();
  }

  @Test
  void antiAffinityThatMeetsIsSeen() {
    PodSpec spec =
        web(pod -> pod.requiredAntiAffinity(List.of(PodAffinityTerm.of(Labels.ZONE, WEB))));
    assertThat(violations(spec, List.of(SPOT_1, DEMAND_1), 1, 1)).hasSize(2);
    assertThat(violations(spec, List.of(SPOT_1, SPOT_2), 1, 1)).isEmpty();
  }

  @Test
  void aNewPodThatAnOldOneKeepsAwayIsSeen() {
    PodSpec alone =
        web(pod -> pod.requiredAntiAffinity(List.of(PodAffinityTerm.of(Labels.ZONE, WEB))));
    Node old =
        new Node(
            "old",
            new TreeMap<>(Map.of(Labels.ZONE, "zone-1")),
            List.of(),
            Resources.of(4000, 9000, 10),
            true,
            List.of(new Pod("x", alone, new Workload("Pod", "default", "x"))));
    List<Pod> pods = pods(1, web(pod -> pod));
    Observation observation =
        new Observation(pods, List.of(old), List.of(), List.of(), List.of(), Map.of());
    PlanRequest request = request(observation, SpotPolicy.UNSET);
    assertThat(PlanVerifier.verify(request, plan(node(1, SPOT_1, pods))).violations()).hasSize(1);
    assertThat(PlanVerifier.verify(request, plan(node(1, SPOT_2, pods))).violations()).isEmpty();
  }

  @Test
  void affinityThatStartsInTwoZonesAtOnceIsSeen() {
    PodSpec spec = web(pod -> pod.requiredAffinity(List.of(PodAffinityTerm.of(Labels.ZONE, WEB))));
    assertThat(violations(spec, List.of(SPOT_1, SPOT_2), 1, 1)).hasSize(1);
    assertThat(violations(spec, List.of(SPOT_1, DEMAND_1), 1, 1)).isEmpty();
  }

  @Test
  void aSpreadThatNoOrderOfArrivalExplainsIsSeen() {
    PodSpec spec =
        web(pod -> pod.topologySpread(List.of(TopologySpread.hard(1, Labels.ZONE, WEB))));
    assertThat(violations(spec, List.of(SPOT_1, SPOT_2), 3, 1)).hasSize(1);
    assertThat(violations(spec, List.of(SPOT_1, SPOT_2), 2, 1)).isEmpty();
    assertThat(violations(spec, List.of(SPOT_1), 2))
        .as("zone-2 is empty but could have been bought")
        .hasSize(1);
  }

  @Test
  void aSkewThatOtherPodsCauseLaterIsOnlyRemarkedOn() {
    Pod ruled =
        new Pod(
            "ruled",
            web(pod -> pod.topologySpread(List.of(TopologySpread.hard(1, Labels.ZONE, WEB)))),
            new Workload("Pod", "default", "ruled"));
    List<Pod> free = pods(2, web(pod -> pod));
    List<Pod> all = new ArrayList<>(free);
    all.add(ruled);
    PlanVerifier.Findings findings =
        PlanVerifier.verify(
            request(observation(all), SpotPolicy.UNSET), plan(node(1, SPOT_1, all)));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.remarks()).hasSize(1);
  }

  @Test
  void aTaintAndARequirementOfTheNodePoolAreSeen() {
    NodePool pool =
        new NodePool(
            "batch",
            0,
            new TreeMap<>(),
            List.of(new Taint("batch", "", Taint.Effect.NO_SCHEDULE)),
            List.of(),
            List.of(Requirement.in(Labels.CAPACITY_TYPE, "on-demand")),
            Resources.of(Map.of("nodes", 1L)),
            null);
    List<Pod> pods = pods(1, web(pod -> pod));
    Plan plan = plan(new PlannedNode("n1", null, SPOT_1, pool, pods));
    assertThat(
            PlanVerifier.verify(request(observation(pods, pool), SpotPolicy.UNSET), plan)
                .violations())
        .hasSize(2);
  }

  @Test
  void limitsOfThePolicyAreSeen() {
    SpotPolicy policy = policy(0, null, false, Resources.of(Map.of("cpu", 4000L)));
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1), 1)).isEmpty();
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1, SPOT_2), 1, 1)).hasSize(1);
  }

  @Test
  void tooFewReplicasOnDemandAreSeen() {
    SpotPolicy policy = policy(1, null, false, Resources.NONE);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1), 2)).hasSize(1);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1, DEMAND_1), 1, 1)).isEmpty();
  }

  @Test
  void aShareOverTheCapIsSeen() {
    SpotPolicy policy = policy(0, 0.5, false, Resources.NONE);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1), 1)).hasSize(1);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1, SPOT_2), 1, 1)).isEmpty();
  }

  @Test
  void aShareOverTheCapIsExcusedWhenThePlanSaysSo() {
    List<Pod> pods = pods(1, web(pod -> pod));
    Plan silent = plan(node(1, SPOT_1, pods));
    Plan honest =
        new Plan(
            silent.nodes(),
            List.of(),
            silent.hourlyCost(),
            silent.lowerBound(),
            1,
            silent.hourlyCost(),
            null,
            0,
            List.of("capacity pool has 100 % of the bought vCPU, over the cap of 50 %"));
    PlanVerifier.Findings findings =
        PlanVerifier.verify(
            request(observation(pods), policy(0, 0.5, false, Resources.NONE)), honest);
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.remarks()).hasSize(1);
  }

  @Test
  void aWorkloadThatOnePoolWouldTakeBelowHalfIsSeen() {
    SpotPolicy policy = policy(0, null, true, Resources.NONE);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1, SPOT_2), 3, 1)).hasSize(1);
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1, SPOT_2), 2, 2)).isEmpty();
    assertThat(violations(web(pod -> pod), policy, List.of(SPOT_1), 1))
        .as("one replica cannot be in two pools")
        .isEmpty();
  }

  @Test
  void aDisruptionBudgetAsksForMoreThanHalf() {
    List<Pod> pods = pods(4, web(pod -> pod));
    DisruptionBudget budget = new DisruptionBudget("default", "web", WEB, "75%", null);
    Observation observation =
        new Observation(pods, List.of(), List.of(), List.of(), List.of(budget), Map.of());
    Plan halves = plan(node(1, SPOT_1, pods.subList(0, 2)), node(2, SPOT_2, pods.subList(2, 4)));
    assertThat(
            PlanVerifier.verify(request(observation, policy(0, null, true, Resources.NONE)), halves)
                .violations())
        .hasSize(2);
  }
}
