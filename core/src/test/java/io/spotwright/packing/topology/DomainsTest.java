package io.spotwright.packing.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import io.spotwright.packing.problem.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules over zones. */
class DomainsTest {
  private static Scenario zones() {
    return new Scenario().spot(8, "z1", 0.2).spot(8, "z2", 0.1).spot(8, "z3", 0.2);
  }

  private static PodSpec.Builder spread(PodSpec.Builder spec) {
    return spec.topologySpread(List.of(Scenario.spread("a", Labels.ZONE, 1)));
  }

  private static PodSpec.Builder apart(PodSpec.Builder spec) {
    return spec.requiredAntiAffinity(List.of(Scenario.term("a", Labels.ZONE)));
  }

  private static Map<String, Integer> podsByZone(Plan plan) {
    Map<String, Integer> pods = new TreeMap<>();
    for (PlannedNode node : plan.nodes()) {
      String zone =
          node.offering() != null
              ? node.offering().zone()
              : node.existing() == null ? "" : node.existing().labels().get(Labels.ZONE);
      pods.merge(zone, node.pods().size(), Integer::sum);
    }
    return pods;
  }

  @Test
  void aSpreadLandsEvenly() {
    Plan plan = zones().pods("a", 6, 1, 1, DomainsTest::spread).plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z1", 2, "z2", 2, "z3", 2));
  }

  @Test
  void theOddPodOfASpreadGoesToTheCheapestZone() {
    Plan plan = zones().pods("a", 1, 1, 1, DomainsTest::spread).plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z2", 1));
  }

  @Test
  void podsThatMustBeTogetherShareTheCheapestZone() {
    Plan plan =
        zones()
            .pods(
                "a",
                10,
                2,
                1,
                spec -> spec.requiredAffinity(List.of(Scenario.term("a", Labels.ZONE))))
            .plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z2", 10));
  }

  @Test
  void podsThatExcludeEachOtherByZoneStopWhenZonesRunOut() {
    Plan plan = zones().pods("a", 4, 1, 1, DomainsTest::apart).plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z1", 1, "z2", 1, "z3", 1));
    assertThat(plan.unplaced().getFirst().reasons().getFirst().kind())
        .isEqualTo(Reason.Kind.POD_ANTI_AFFINITY);
  }

  @Test
  void roomThatExistsIsCheaperThanAnyZone() {
    Plan plan =
        zones().node("old", 4, Scenario.inZone("z3")).pods("a", 1, 1, 1, DomainsTest::apart).plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z3", 1));
  }

  @Test
  void runningPodsCountForTheSpread() {
    PodSpec spec = Scenario.spec("a", 1, 1, DomainsTest::spread);
    Pod bound = Scenario.pod("a-old", spec, "a");
    Plan plan =
        zones()
            .node("old", 1, Scenario.inZone("z2"), bound)
            .pods("a", 2, 1, 1, DomainsTest::spread)
            .plan();
    assertThat(podsByZone(plan)).isEqualTo(Map.of("z1", 1, "z3", 1));
  }

  @Test
  void whereLimitsLeavePodsOverTheSpreadOfTheOthersStillHolds() {
    Plan plan =
        new Scenario()
            .spot(1, "z1", 0.1)
            .spot(1, "z2", 0.1)
            .pods("a", 8, 1, 1, DomainsTest::spread)
            .limits(Resources.of(Map.of("nodes", 3L)))
            .plan();
    Map<String, Integer> pods = podsByZone(plan);
    assertThat(Math.abs(pods.getOrDefault("z1", 0) - pods.getOrDefault("z2", 0)))
        .isLessThanOrEqualTo(1);
    assertThat(plan.unplaced().size() + pods.values().stream().mapToInt(n -> n).sum()).isEqualTo(8);
  }

  @Test
  void podsThatShareANodeShareItsZone() {
    Plan plan =
        zones()
            .pods(
                "a",
                4,
                1,
                1,
                spec ->
                    spec.requiredAffinity(
                        List.of(
                            Scenario.term("a", Labels.HOSTNAME), Scenario.term("a", Labels.ZONE))))
            .plan();
    assertThat(plan.nodes()).singleElement().satisfies(n -> assertThat(n.pods()).hasSize(4));
  }
}
