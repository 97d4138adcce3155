package io.spotwright.packing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodePoolsTest {
  private static final Requirement SPOT = Requirement.in(Labels.CAPACITY_TYPE, "spot");
  private static final Requirement ON_DEMAND = Requirement.in(Labels.CAPACITY_TYPE, "on-demand");

  private static Scenario market() {
    return new Scenario().spot(4, "z1", 0.1).onDemand(4, "z1", 0.5);
  }

  private static Resources nodes(long most) {
    return Resources.of(Map.of("nodes", most));
  }

  private static List<String> pools(Plan plan) {
    return plan.nodes().stream()
        .map(PlannedNode::nodePool)
        .map(pool -> pool == null ? "none" : pool.name())
        .sorted()
        .toList();
  }

  @Test
  void theHeavierPoolServesThoughTheLighterOneIsCheaper() {
    Plan plan =
        market()
            .pods("a", 2, 3, 1)
            .pool("cheap", 1, Resources.NONE, SPOT)
            .pool("heavy", 10, Resources.NONE, ON_DEMAND)
            .plan();
    assertThat(pools(plan)).containsExactly("heavy", "heavy");
  }

  @Test
  void amongEqualWeightsThePriceDecides() {
    Plan plan =
        market()
            .pods("a", 2, 3, 1)
            .pool("cheap", 5, Resources.NONE, SPOT)
            .pool("dear", 5, Resources.NONE, ON_DEMAND)
            .plan();
    assertThat(pools(plan)).containsExactly("cheap", "cheap");
  }

  @Test
  void aLighterPoolServesWhatTheHeavierOnesLimitsLeaveOver() {
    Plan plan =
        market()
            .pods("a", 3, 3, 1)
            .pool("cheap", 1, Resources.NONE, SPOT)
            .pool("heavy", 10, nodes(1), ON_DEMAND)
            .plan();
    assertThat(pools(plan)).containsExactly("cheap", "cheap", "heavy");
  }

  @Test
  void aLighterPoolServesWhatTheHeavierOneDoesNotAccept() {
    Plan plan =
        market()
            .pods("a", 1, 3, 1, spec -> spec.nodeSelector(Map.of(Labels.CAPACITY_TYPE, "spot")))
            .pool("cheap", 1, Resources.NONE, SPOT)
            .pool("heavy", 10, Resources.NONE, ON_DEMAND)
            .plan();
    assertThat(pools(plan)).containsExactly("cheap");
  }

  @Test
  void aSpreadOverCapacityTypesUsesTheLighterPoolForTheOtherType() {
    Plan plan =
        market()
            .pods(
                "a",
                2,
                1,
                1,
                spec -> spec.topologySpread(List.of(Scenario.spread("a", Labels.CAPACITY_TYPE, 1))))
            .pool("cheap", 1, Resources.NONE, SPOT)
            .pool("heavy", 10, Resources.NONE, ON_DEMAND)
            .plan();
    assertThat(pools(plan)).containsExactly("cheap", "heavy");
  }

  @Test
  void aLimitOfZeroAllowsNothing() {
    Plan plan = market().pods("a", 1, 1, 1).pool("off", 0, nodes(0)).plan();
    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.unplaced())
        .singleElement()
        .satisfies(left ->
            assertThat(left.reasons())
                .extracting(Reason::kind)
                .containsExactly(Reason.Kind.NODE_POOL_LIMIT));
  }

  @Test
  void existingNodesCountAgainstTheLimitsOfTheirPool() {
    Plan plan =
        market()
            .pods("a", 2, 3, 1, spec -> spec.nodeSelector(Map.of(Labels.CAPACITY_TYPE, "spot")))
            .pool("p", 0, nodes(2))
            .node("old", 4, Map.of(Labels.NODE_POOL, "p"))
            .plan();
    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.unplaced()).hasSize(1);
  }

  @Test
  void policyLimitsAreOverTheCapacityOfEverythingBought() {
    Plan plan =
        market().pods("a", 5, 3, 1).limits(Resources.of(Map.of(Resources.CPU, 12_000L))).plan();
    assertThat(plan.nodes()).hasSize(3);
    assertThat(plan.unplaced())
        .hasSize(2)
        .allSatisfy(left ->
            assertThat(left.reasons().getFirst().kind()).isEqualTo(Reason.Kind.POLICY_LIMIT));
  }

  @Test
  void underATightLimitNodesThatTakeLeastOfItAreBought() {
    Plan plan =
        new Scenario()
            .spot(16, "z1", 0.1)
            .spot(2, "z1", 0.09)
            .pods("a", 4, 2, 1)
            .limits(Resources.of(Map.of(Resources.CPU, 8_000L)))
            .plan();
    assertThat(plan.unplaced()).isEmpty();
  }

  @Test
  void aPoolWithFewerValuesThanItsMinValuesAskForIsNotUsed() {
    Requirement choice = new Requirement(Labels.INSTANCE_TYPE, Operator.EXISTS, List.of(), 2);
    Plan plan = market().pods("a", 1, 1, 1).pool("picky", 0, Resources.NONE, choice).plan();
    assertThat(plan.unplaced())
        .singleElement()
        .satisfies(left -> assertThat(left.reasons().getFirst().detail()).contains("minValues"));
  }

  @Test
  void aPoolWithAsManyValuesAsItsMinValuesAskForIsUsed() {
    Requirement choice = new Requirement(Labels.INSTANCE_TYPE, Operator.EXISTS, List.of(), 2);
    Plan plan =
        market()
            .spot(8, "z1", 0.2)
            .pods("a", 1, 1, 1)
            .pool("picky", 0, Resources.NONE, choice)
            .plan();
    assertThat(plan.unplaced()).isEmpty();
  }
}
