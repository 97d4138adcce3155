package io.spotwright.scheduling.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.scheduling.SchedulingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeOrderTest {

  @Test
  void nodesAreTakenFromEachZoneInTurn() {
    List<SchedulingNode> nodes =
        List.of(node("a"), node("a"), node("a"), node("b"), node("c"), node("c"));

    assertThat(NodeOrder.interleaved(nodes)).containsExactly(0, 3, 4, 1, 5, 2);
  }

  /** Percentages of nodes as the scheduler's documentation gives them: 50 % less one per 125. */
  @ParameterizedTest
  @CsvSource({"0,0", "99,99", "100,100", "200,100", "270,129", "1000,420", "2700,783", "6000,300"})
  void lookingStopsWhenEnoughFeasibleNodesAreFound(int nodes, int enough) {
    assertThat(NodeOrder.enough(nodes)).isEqualTo(enough);
  }

  private static SchedulingNode node(String zone) {
    return new SchedulingNode(
        "n", new TreeMap<>(Map.of(Labels.ZONE, zone)), List.of(), false, Resources.NONE, List.of());
  }
}
