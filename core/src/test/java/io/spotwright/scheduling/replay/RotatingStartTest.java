package io.spotwright.scheduling.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.compile.PodTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotatingStartTest {

  @Test
  void eachPodIsSoughtAHomeWhereTheLastSearchStopped() {
    // 250 nodes: a search stops at 120 feasible ones. The best nodes are the last 10.
    List<SchedulingNode> nodes = IntStream.range(0, 250).mapToObj(RotatingStartTest::node).toList();
    PodSpec spec = PodSpec.plain("shop", Map.of(), Resources.of(100, 1 << 20, 1));
    List<Pod> pods =
        IntStream.range(0, 3)
            .mapToObj(i -> new Pod("p" + i, spec, new Workload("Job", "shop", "j")))
            .toList();
    Replayer replayer = new Replayer(nodes, new PodTable(pods, List.of(), Map.of()));
    replayer.reset(5);

    int first = replayer.place(0);
    int second = replayer.place(1);
    int third = replayer.place(2);

    assertThat(first).isLessThan(120);
    assertThat(second).isBetween(120, 239);
    assertThat(third).as("the search that passes the end sees the best nodes").isBetween(240, 249);
  }

  private static SchedulingNode node(int i) {
    long size = i >= 240 ? 16 : 4;
    return new SchedulingNode(
        "n" + i,
        new TreeMap<>(Map.of(Labels.HOSTNAME, "n" + i)),
        List.of(),
        false,
        Resources.of(size * 1000, size << 32, 110),
        List.of());
  }
}
