package io.spotwright.packing.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spotwright.market.Offering;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a plan may change when the request does. */
class PlansUnderChangeTest {
  private static final int INSTANCES = 60;

  /** The search is not exact: what should not get dearer may, by this share. */
  private static final double SLACK = 0.08;

  private static List<String> nodes(Plan plan) {
    return plan.nodes().stream().map(PlannedNode::toString).toList();
  }

  @Test
  void theSameRequestWithTheSameSeedGivesTheSamePlan() {
    for (int seed = 1; seed <= INSTANCES; seed++) {
      PlanRequest request = Instances.mixed(seed, Planning.SHORT);
      assertThat(nodes(Planning.plan(request)))
          .as("seed " + seed)
          .isEqualTo(nodes(Planning.plan(request)));
    }
  }

  @Test
  void theOrderOfThePodsDoesNotChangeThePrice() {
    for (int seed = 1; seed <= INSTANCES; seed++) {
      PlanRequest request = Instances.small(seed, 0, Planning.LONG);
      List<Pod> shuffled = new ArrayList<>(request.observation().pending());
      Collections.shuffle(shuffled, new Random(seed));
      Plan plan = Planning.plan(request);
      assertThat(Planning.plan(with(request, shuffled, request.offerings())).hourlyCost())
          .as("seed " + seed)
          .isCloseTo(plan.hourlyCost(), within(plan.hourlyCost() * SLACK + 1e-9));
    }
  }

  @Test
  void oneMoreOfferingMakesNoPlanDearer() {
    for (int seed = 1; seed <= INSTANCES; seed++) {
      PlanRequest request = Instances.small(seed, 0, Planning.LONG);
      List<Offering> fewer = request.offerings().subList(0, request.offerings().size() - 1);
      Plan before = Planning.plan(with(request, request.observation().pending(), fewer));
      Plan after = Planning.plan(request);
      if (before.unplaced().size() == after.unplaced().size()) {
        assertThat(after.hourlyCost())
            .as("seed " + seed)
            .isLessThanOrEqualTo(before.hourlyCost() * (1 + SLACK) + 1e-9);
      }
      assertThat(after.unplaced().size()).isLessThanOrEqualTo(before.unplaced().size());
    }
  }

  @Test
  void twiceThePriceOfEverythingIsTwiceThePriceOfThePlan() {
    for (int seed = 1; seed <= INSTANCES; seed++) {
      PlanRequest request = Instances.small(seed, 0, Planning.LONG);
      List<Offering> doubled =
          request.offerings().stream()
              .map(o ->
                  new Offering(o.size(), o.zone(), o.capacityType(), 2 * o.hourlyPrice(), false))
              .toList();
      double price = Planning.plan(request).hourlyCost();
      assertThat(
              Planning.plan(with(request, request.observation().pending(), doubled)).hourlyCost())
          .as("seed " + seed)
          .isCloseTo(2 * price, within(2 * price * SLACK + 1e-9));
    }
  }

  private static PlanRequest with(PlanRequest request, List<Pod> pods, List<Offering> offerings) {
    return new PlanRequest(
        Observation.of(pods),
        offerings,
        request.policy(),
        request.binding(),
        request.timeLimit(),
        request.seed());
  }
}
