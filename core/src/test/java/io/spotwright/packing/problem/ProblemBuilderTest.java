package io.spotwright.packing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.HostPort;
import io.spotwright.model.PodSpec;
import io.spotwright.packing.Plan;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemBuilderTest {
  private static PodSpec.Builder onPort(PodSpec.Builder spec) {
    return spec.hostPorts(List.of(new HostPort("0.0.0.0", "TCP", 9100)));
  }

  private static List<Reason.Kind> kinds(Unplaced left) {
    return left.reasons().stream().map(Reason::kind).toList();
  }

  @Test
  void workloadsThatAskForTheSameAreOneGroup() {
    Problem problem =
        new Scenario().spot(4, "z1", 0.1).pods("a", 2, 1, 1).pods("b", 3, 1, 1).problem();
    assertThat(problem.groups()).singleElement().extracting(Group::count).isEqualTo(5);
  }

  @Test
  void offeringsOfOnePriceAndRoomAreOneShape() {
    Problem problem =
        new Scenario().spot(4, "z1", 0.1).spot(4, "z2", 0.1).pods("a", 1, 1, 1).problem();
    assertThat(problem.shapes()).singleElement().satisfies(s -> assertThat(s.options()).hasSize(2));
  }

  @Test
  void aDearerNodeWithLessRoomIsDroppedButStaysKnown() {
    Problem problem =
        new Scenario().spot(8, "z1", 0.1).spot(4, "z1", 0.2).pods("a", 1, 1, 1).problem();
    assertThat(problem.shapes()).hasSize(1);
    assertThat(problem.alternatives()).hasSize(2);
  }

  @Test
  void aPodThatFitsNoSizeIsToldWhatItLacks() {
    Problem problem = new Scenario().spot(4, "z1", 0.1).pods("a", 1, 6, 1).problem();
    assertThat(problem.unplaceable())
        .singleElement()
        .satisfies(left -> {
          assertThat(kinds(left)).containsExactly(Reason.Kind.RESOURCES);
          assertThat(left.reasons().getFirst().detail()).contains("6.0 CPU", "4.0 CPU");
        });
  }

  @Test
  void aNodeSelectorThatNothingMeetsIsTheReason() {
    Problem problem =
        new Scenario()
            .spot(4, "z1", 0.1)
            .pods("a", 1, 1, 1, spec -> spec.nodeSelector(Map.of("disk", "fast")))
            .problem();
    assertThat(kinds(problem.unplaceable().getFirst())).containsExactly(Reason.Kind.NODE_SELECTOR);
  }

  @Test
  void withoutOfferingsThatIsTheReason() {
    Problem problem = new Scenario().pods("a", 1, 1, 1).problem();
    assertThat(kinds(problem.unplaceable().getFirst())).containsExactly(Reason.Kind.NO_OFFERINGS);
  }

  @Test
  void theHostPortOfADaemonSetIsTakenOnEveryNewNode() {
    PodSpec daemon = Scenario.spec("agent", 0.1, 0.1, ProblemBuilderTest::onPort);
    Problem problem =
        new Scenario()
            .spot(4, "z1", 0.1)
            .daemon(daemon)
            .pods("a", 1, 1, 1, ProblemBuilderTest::onPort)
            .problem();
    assertThat(kinds(problem.unplaceable().getFirst())).containsExactly(Reason.Kind.HOST_PORT);
  }

  @Test
  void daemonSetsTakeTheirShareOfANewNode() {
    PodSpec daemon = Scenario.spec("agent", 1, 1, spec -> spec);
    Problem problem = new Scenario().spot(4, "z1", 0.1).daemon(daemon).pods("a", 1, 1, 1).problem();
    assertThat(problem.shape(0).capacity()[Problem.CPU]).isEqualTo(3000);
  }

  @Test
  void existingCapacityIsUsedBeforeAnythingIsBought() {
    Plan plan =
        new Scenario().spot(4, "z1", 0.1).node("old", 4, Map.of()).pods("a", 4, 1, 1).plan();
    assertThat(plan.hourlyCost()).isZero();
  }

  @Test
  void podsThatOnlyAnExistingNodeTakesComeBeforeOthersThere() {
    Plan plan =
        new Scenario()
            .spot(4, "z1", 0.1)
            .node("old", 4, Map.of("disk", "fast"))
            .pods("other", 4, 1, 1)
            .pods("a", 2, 2, 1, spec -> spec.nodeSelector(Map.of("disk", "fast")))
            .plan();
    assertThat(plan.unplaced()).isEmpty();
  }

  @Test
  void podsBoundToAFullExistingNodeAreToldSo() {
    Plan plan =
        new Scenario()
            .spot(4, "z1", 0.1)
            .node("old", 4, Map.of("disk", "fast"))
            .pods("a", 3, 2, 1, spec -> spec.nodeSelector(Map.of("disk", "fast")))
            .plan();
    assertThat(plan.unplaced())
        .singleElement()
        .satisfies(left ->
            assertThat(left.reasons())
                .containsExactly(
                    new Reason(
                        Reason.Kind.RESOURCES,
                        "it may only be on existing nodes, and these have no room for it",
                        1)));
  }
}
