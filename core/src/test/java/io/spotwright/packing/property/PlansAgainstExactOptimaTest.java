package io.spotwright.packing.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import org.junit.jupiter.api.Test;

/** Small instances, where the cheapest plan can be found by trying all. */
class PlansAgainstExactOptimaTest {
  private static final int INSTANCES = Integer.getInteger("spotwright.optima", 150);

  @Test
  void theBoundIsNeverAboveTheOptimumAndTheRestIsNearlyAlwaysOptimal() {
    int optimal = 0;
    int placed = 0;
    for (int seed = 1; seed <= INSTANCES; seed++) {
      // Every second instance has resources only: there the bound has the most to prove.
      PlanRequest request = Instances.small(seed, seed % 2 == 0 ? 15 : 0, Planning.LONG);
      Plan plan = Planning.plan(request);
      if (plan.nodes().isEmpty()) {
        continue;
      }
      placed++;
      double optimum =
          ExactOptimum.of(ExactOptimum.placedOnly(request, plan), plan.hourlyCost() + 1e-6);
      assertThat(plan.lowerBound().hourlyPrice())
          .as("bound of seed " + seed)
          .isLessThanOrEqualTo(Math.min(optimum, plan.hourlyCost()) + 1e-9);
      optimal += plan.hourlyCost() <= optimum + 1e-9 ? 1 : 0;
    }
    assertThat(optimal)
        .as("optimal plans of " + placed)
        .isGreaterThanOrEqualTo((int) (0.9 * placed));
  }
}
