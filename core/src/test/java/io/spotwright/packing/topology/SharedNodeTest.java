package io.spotwright.packing.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.packing.Plan;
import io.spotwright.packing.Reason;
import io.spotwright.packing.problem.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules among the pods of one node. */
class SharedNodeTest {
  private static PodSpec.Builder withItself(PodSpec.Builder spec) {
    return spec.requiredAffinity(List.of(Scenario.term("a", Labels.HOSTNAME)));
  }

  private static Scenario market() {
    return new Scenario().spot(4, "z1", 0.1).spot(16, "z1", 0.6);
  }

  @Test
  void podsThatAskForEachOtherShareOneNodeThoughTwoWereCheaper() {
    Plan plan = market().pods("a", 5, 1, 1, SharedNodeTest::withItself).plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.pods()).hasSize(5));
  }

  @Test
  void ofPodsThatAskForEachOtherAsManyArePlacedAsOneNodeHolds() {
    Plan plan = market().pods("a", 20, 1, 1, SharedNodeTest::withItself).plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.pods()).hasSize(16));
    assertThat(plan.unplaced())
        .hasSize(4)
        .allSatisfy(left ->
            assertThat(left.reasons().getFirst().kind()).isEqualTo(Reason.Kind.POD_AFFINITY));
  }

  @Test
  void twoAppsThatAskForTheSamePodsShareTheNode() {
    Plan plan =
        market()
            .pods("a", 2, 1, 1, SharedNodeTest::withItself)
            .pods("a", 2, 2, 1, SharedNodeTest::withItself)
            .plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.pods()).hasSize(4));
  }

  @Test
  void whereOneRunsAlreadyTheOthersJoinIt() {
    PodSpec spec = Scenario.spec("a", 1, 1, SharedNodeTest::withItself);
    Pod bound = Scenario.pod("a-running", spec, "a");
    Plan plan =
        market()
            .node("old", 4, Map.of(), bound)
            .node("empty", 16, Map.of())
            .pods("a", 5, 1, 1, SharedNodeTest::withItself)
            .plan();
    assertThat(plan.nodes())
        .singleElement()
        .satisfies(node -> {
          assertThat(node.name()).isEqualTo("old");
          assertThat(node.pods()).hasSize(3);
        });
  }

  @Test
  void aFollowerGoesWhereALeaderIs() {
    Plan plan =
        market()
            .pods("leader", 1, 3, 1)
            .pods(
                "f",
                1,
                1,
                1,
                spec -> spec.requiredAffinity(List.of(Scenario.term("leader", Labels.HOSTNAME))))
            .plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.pods()).hasSize(2));
  }

  @Test
  void aFollowerWithoutALeaderIsLeftOver() {
    Plan plan =
        market()
            .pods(
                "f",
                1,
                1,
                1,
                spec -> spec.requiredAffinity(List.of(Scenario.term("leader", Labels.HOSTNAME))))
            .plan();
    assertThat(plan.unplaced().getFirst().reasons().getFirst().kind())
        .isEqualTo(Reason.Kind.POD_AFFINITY);
  }

  @Test
  void podsThatExcludeThemselvesEachGetANode() {
    Plan plan =
        market()
            .pods(
                "a",
                3,
                1,
                1,
                spec -> spec.requiredAntiAffinity(List.of(Scenario.term("a", Labels.HOSTNAME))))
            .plan();
    assertThat(plan.nodes()).hasSize(3);
  }

  @Test
  void podsWithOneHostPortEachGetANode() {
    Plan plan =
        market()
            .pods("a", 3, 1, 1, spec -> spec.hostPorts(List.of(new HostPort("0.0.0.0", "TCP", 80))))
            .plan();
    assertThat(plan.nodes()).hasSize(3);
  }

  @Test
  void theAntiAffinityOfARunningPodKeepsNewcomersOut() {
    PodSpec loner =
        Scenario.spec(
            "loner",
            1,
            1,
            spec -> spec.requiredAntiAffinity(List.of(Scenario.term("a", Labels.HOSTNAME))));
    Plan plan =
        market()
            .node("old", 16, Map.of(), Scenario.pod("loner-0", loner, "loner"))
            .pods("a", 1, 1, 1)
            .plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.existing()).isNull());
  }

  @Test
  void hostnameSpreadHoldsOnEveryNodeInAnyOrderOfArrival() {
    Plan plan =
        market()
            .pods(
                "a",
                6,
                0.5,
                0.5,
                spec -> spec.topologySpread(List.of(Scenario.spread("a", Labels.HOSTNAME, 2))))
            .plan();
    assertThat(plan.nodes()).allSatisfy(n -> assertThat(n.pods()).hasSizeLessThanOrEqualTo(2));
  }
}
