package io.spotwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.Taint;
import io.spotwright.scheduling.filter.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlacementTest {

  @Test
  void everyNodeGetsItsScoreOrTheRuleThatKeepsThePodOff() {
    PodSpec spec = PodSpec.plain("shop", Map.of("app", "web"), Resources.of(1000, 1L << 30, 1));
    Pod pod = new Pod("web-0", spec, new Workload("Job", "shop", "web"));
    Taint spot = new Taint("spot", "", Taint.Effect.NO_SCHEDULE);

    List<NodeVerdict> verdicts =
        Placement.judge(
            pod,
            List.of(
                node("roomy", 4000, List.of()),
                node("tainted", 4000, List.of(spot)),
                node("tiny", 500, List.of())),
            Map.of());

    // Free after the pod: 75 % of CPU and of memory; balance unchanged: 75; no soft taints: 300.
    assertThat(verdicts)
        .containsExactly(
            new NodeVerdict.Feasible(0, 150, 300, 0, 0),
            new NodeVerdict.Infeasible(1, Rule.TAINTS, Rule.TAINTS.sentence()),
            new NodeVerdict.Infeasible(2, Rule.RESOURCES, "insufficient cpu"));
    assertThat(((NodeVerdict.Feasible) verdicts.getFirst()).total()).isEqualTo(450);
  }

  private static SchedulingNode node(String name, long cpu, List<Taint> taints) {
    return new SchedulingNode(
        name,
        new TreeMap<>(Map.of(Labels.HOSTNAME, name)),
        taints,
        false,
        Resources.of(cpu, 4L << 30, 110),
        List.of());
  }
}
