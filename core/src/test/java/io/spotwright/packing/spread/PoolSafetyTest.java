package io.spotwright.packing.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolSafetyTest {
  private static final SpotPolicy SAFE = Spreading.policy(null, null, true);

  @Test
  void everyBudgetSurvivesTheLossOfAnySpotPoolOnRandomPlans() {
    List<Offering> offerings = SmallMarket.offerings(3, 3, CapacityType.SPOT);
    int unsafe = 0;
    for (long seed = 1; seed <= 15; seed++) {
      Observation observation = Fleet.random(seed, 25).observe();
      Spreading plan = Spreading.plan(observation, offerings, SAFE, seed);
      assertThat(plan.satisfied()).as("seed %d: %s", seed, plan.notes()).isTrue();
      assertThat(Concentration.broken(observation, plan)).as("seed %d", seed).isEmpty();
      assertThat(plan.leftOver()).isZero();
      Spreading free = Spreading.planWithoutLimits(observation, offerings, SAFE, seed);
      unsafe += Concentration.broken(observation, free).isEmpty() ? 0 : 1;
    }
    assertThat(unsafe).as("plans that need the promise").isGreaterThan(12);
  }

  @Test
  void sharesAndBudgetsHoldTogether() {
    List<Offering> offerings =
        SmallMarket.offerings(5, 3, CapacityType.SPOT, CapacityType.ON_DEMAND);
    SpotPolicy policy = Spreading.policy(0.15, 0.2, true);
    for (long seed = 1; seed <= 8; seed++) {
      Observation observation = Fleet.random(seed, 30).observe();
      Spreading plan = Spreading.plan(observation, offerings, policy, seed);
      assertThat(plan.satisfied()).as("seed %d: %s", seed, plan.notes()).isTrue();
      assertThat(Concentration.broken(observation, plan)).as("seed %d", seed).isEmpty();
      assertThat(Concentration.largestPoolShare(plan)).isLessThanOrEqualTo(0.15 + 1e-9);
    }
  }

  @Test
  void oneBudgetOverSeveralWorkloadsCountsAllTheirPods() {
    // Of six pods five must stay: one per pool, whichever workload it belongs to.
    Observation observation =
        new Fleet()
            .deployment("a-1", 3, 500, 512)
            .deployment("a-2", 3, 700, 512)
            .budget("tier", "a", "5")
            .observe();
    List<Offering> offerings = SmallMarket.offerings(2, 3, CapacityType.SPOT);
    Spreading plan = Spreading.plan(observation, offerings, SAFE, 1);
    assertThat(plan.satisfied()).as("%s", plan.notes()).isTrue();
    assertThat(Concentration.broken(observation, plan)).isEmpty();
    assertThat(plan.nodes()).hasSize(6);
  }

  @Test
  void replicasOnExistingSpotNodesCountWithTheirPool() {
    // Two of four run in one pool already: nothing more may join it, not even on the free node.
    Observation observation =
        new Fleet()
            .spotNode("old", "Standard_F0v2", "z-1", Fleet.replicas("web", 10, 2, 500, 512))
            .deployment("web", 2, 500, 512)
            .observe();
    List<Offering> offerings = SmallMarket.offerings(1, 2, CapacityType.SPOT);
    Spreading plan = Spreading.plan(observation, offerings, SAFE, 1);
    assertThat(Concentration.broken(observation, plan)).isEmpty();
    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.nodes().getFirst().offering()).isNotNull();
    assertThat(plan.leftOver()).isZero();
  }

  @Test
  void onDemandPoolsAreNotLostTogether() {
    Observation observation = new Fleet().deployment("web", 6, 500, 512).observe();
    VmSize size = SmallMarket.size("F", 4, 4);
    Offering only = new Offering(size, "z-1", CapacityType.ON_DEMAND, 0.2, false);
    Spreading plan = Spreading.plan(observation, List.of(only), SAFE, 1);
    assertThat(plan.satisfied()).isTrue();
    assertThat(plan.nodes()).hasSize(1);
  }

  @Test
  void aSingleReplicaOnSpotIsExemptWithANote() {
    Observation observation = new Fleet().deployment("solo", 1, 500, 512).observe();
    List<Offering> offerings = SmallMarket.offerings(2, 3, CapacityType.SPOT);
    Spreading plan = Spreading.plan(observation, offerings, SAFE, 1);
    assertThat(plan.satisfied()).isTrue();
    assertThat(plan.leftOver()).isZero();
    assertThat(plan.notes())
        .singleElement()
        .asString()
        .startsWith("1 workload has a single replica");
  }

  @Test
  void aPromiseWithTooFewPoolsIsKeptAsNearlyAsTheyAllowWithANote() {
    // Three sizes in one zone: six replicas of which one may be lost share pools by two at best.
    Observation observation =
        new Fleet().deployment("web", 6, 500, 512).budget("app", "web", "5").observe();
    List<Offering> offerings = SmallMarket.offerings(1, 1, CapacityType.SPOT);
    Spreading plan = Spreading.plan(observation, offerings, SAFE, 1);
    assertThat(plan.satisfied()).isFalse();
    assertThat(plan.leftOver()).isZero();
    assertThat(plan.nodes()).hasSize(3).allMatch(node -> node.pods().size() == 2);
    assertThat(plan.notes())
        .singleElement()
        .asString()
        .startsWith("budget default/web: of its 6 replicas 1 may be lost at once")
        .contains("at least 2 share one");
  }

  @Test
  void podsThatCannotMoveAwayAreKeptRatherThanLeftOver() {
    // One budget ties both workloads; the larger pods have but one pool, where they are too many.
    Observation observation =
        new Fleet()
            .deployment("a-1", 4, 6000, 512)
            .deployment("a-2", 2, 500, 512)
            .budget("tier", "a", "4")
            .observe();
    List<Offering> offerings = SmallMarket.offerings(1, 1, CapacityType.SPOT);
    Spreading plan = Spreading.plan(observation, offerings, SAFE, 1);
    assertThat(plan.leftOver()).isZero();
    assertThat(plan.satisfied()).isFalse();
    assertThat(plan.notes()).isNotEmpty();
  }
}
