package io.spotwright.packing.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareCapsTest {
  private static final double ROUNDING = 1e-9;

  @Test
  void noFamilyOfAZoneHasMoreThanItsShareOnRandomPlans() {
    List<Offering> offerings = SmallMarket.offerings(6, 3, CapacityType.ON_DEMAND);
    int concentrated = 0;
    for (long seed = 1; seed <= 12; seed++) {
      Observation observation = Fleet.random(seed, 30).observe();
      SpotPolicy policy = Spreading.policy(null, 0.15, false);
      Spreading plan = Spreading.plan(observation, offerings, policy, seed);
      assertThat(plan.satisfied()).as("seed %d: %s", seed, plan.notes()).isTrue();
      assertThat(plan.leftOver()).isZero();
      assertThat(Concentration.largestFamilyZoneShare(plan)).isLessThanOrEqualTo(0.15 + ROUNDING);
      Spreading free = Spreading.planWithoutLimits(observation, offerings, policy, seed);
      concentrated += Concentration.largestFamilyZoneShare(free) > 0.15 ? 1 : 0;
    }
    assertThat(concentrated).as("plans that need the cap").isGreaterThan(9);
  }

  @Test
  void noCapacityPoolHasMoreThanItsShareOnRandomPlans() {
    List<Offering> offerings =
        SmallMarket.offerings(4, 3, CapacityType.SPOT, CapacityType.ON_DEMAND);
    for (long seed = 1; seed <= 12; seed++) {
      Observation observation = Fleet.random(seed, 30).observe();
      SpotPolicy policy = Spreading.policy(0.1, null, false);
      Spreading plan = Spreading.plan(observation, offerings, policy, seed);
      assertThat(plan.satisfied()).as("seed %d: %s", seed, plan.notes()).isTrue();
      assertThat(Concentration.largestPoolShare(plan)).isLessThanOrEqualTo(0.1 + ROUNDING);
    }
  }

  @Test
  void bothCapsHoldTogether() {
    List<Offering> offerings = SmallMarket.offerings(6, 3, CapacityType.ON_DEMAND);
    for (long seed = 1; seed <= 10; seed++) {
      Observation observation = Fleet.random(seed, 40).observe();
      SpotPolicy policy = Spreading.policy(0.08, 0.12, false);
      Spreading plan = Spreading.plan(observation, offerings, policy, seed);
      assertThat(plan.satisfied()).as("seed %d: %s", seed, plan.notes()).isTrue();
      assertThat(Concentration.largestPoolShare(plan)).isLessThanOrEqualTo(0.08 + ROUNDING);
      assertThat(Concentration.largestFamilyZoneShare(plan)).isLessThanOrEqualTo(0.12 + ROUNDING);
    }
  }

  @Test
  void aNodeLargerThanItsShareIsReplacedBySmallerOnes() {
    // One node of 8 vCPU would do; a quarter of the plan at most asks for four at least.
    Observation observation = new Fleet().deployment("web", 7, 1000, 1024).observe();
    List<Offering> offerings = SmallMarket.offerings(1, 4, CapacityType.ON_DEMAND);
    SpotPolicy policy = Spreading.policy(null, 0.25, false);
    Spreading plan = Spreading.plan(observation, offerings, policy, 1);
    assertThat(plan.satisfied()).as("%s", plan.notes()).isTrue();
    assertThat(plan.nodes()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(plan.leftOver()).isZero();
  }

  @Test
  void aCapThatNoPlanMeetsGivesTheClosestPlanAndSaysHowFarItGot() {
    Observation observation = new Fleet().deployment("web", 3, 1500, 1024).observe();
    List<Offering> offerings = SmallMarket.offerings(1, 3, CapacityType.ON_DEMAND);
    SpotPolicy policy = Spreading.policy(null, 0.1, false);
    Spreading plan = Spreading.plan(observation, offerings, policy, 1);
    assertThat(plan.satisfied()).isFalse();
    assertThat(plan.leftOver()).isZero();
    assertThat(Concentration.largestFamilyZoneShare(plan)).isEqualTo(1 / 3.0);
    assertThat(plan.notes().getFirst())
        .startsWith("family F0v in zone z-")
        .contains("33.3 % of the bought vCPU (2 of 6), over the cap of 10.0 %");
  }

  @Test
  void capsCostLittleWhenOtherFamiliesAreNearlyAsCheap() {
    List<Offering> offerings = SmallMarket.offerings(6, 3, CapacityType.ON_DEMAND);
    Observation observation = Fleet.random(7, 60).observe();
    SpotPolicy policy = Spreading.policy(null, 0.15, false);
    double free = Spreading.planWithoutLimits(observation, offerings, policy, 1).price();
    double capped = Spreading.plan(observation, offerings, policy, 1).price();
    assertThat(capped).isLessThan(free * 1.05);
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    List<Offering> offerings =
        SmallMarket.offerings(5, 3, CapacityType.SPOT, CapacityType.ON_DEMAND);
    Observation observation = Fleet.random(3, 40).observe();
    SpotPolicy policy = Spreading.policy(0.1, 0.2, true);
    Spreading first = Spreading.plan(observation, offerings, policy, 5);
    assertThat(Spreading.plan(observation, offerings, policy, 5)).isEqualTo(first);
  }

  @Test
  void nodesBoughtLaterGoWhereTheCapsLeaveRoom() {
    List<Offering> offerings = SmallMarket.offerings(6, 3, CapacityType.ON_DEMAND);
    Observation observation = Fleet.random(11, 60).observe();
    SpotPolicy policy = Spreading.policy(null, 0.15, false);
    Spreading plan = Spreading.planAndAdd(observation, offerings, policy, 1);
    assertThat(Concentration.largestFamilyZoneShare(plan)).isLessThanOrEqualTo(0.15 + ROUNDING);
  }
}
