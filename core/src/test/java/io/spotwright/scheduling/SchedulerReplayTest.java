package io.spotwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulerReplayTest {
  private static final long GIB = 1L << 30;

  @Test
  void aDeploymentOnTwoEqualNodesEndsUpHalfOnEach() {
    List<Pod> pods = deployment("web", 10, 1000, GIB, 0);

    int[] node = replay(List.of(node("n0", "a", 8), node("n1", "b", 8)), pods).node();

    assertThat(IntStream.of(node).filter(n -> n == 0)).hasSize(5);
  }

  @Test
  void spreadingSmallPodsLeavesNoRoomForTheBigOneThatCameLast() {
    List<Pod> pods = new ArrayList<>(deployment("small", 2, 2000, GIB, 0));
    pods.addAll(deployment("big", 1, 4000, GIB, 0));

    ReplayResult result = replay(List.of(node("n0", "a", 4), node("n1", "a", 4)), pods);

    assertThat(result.boundAtFirstAttempt()).isEqualTo(2);
    assertThat(result.node()[2]).isEqualTo(-1);
  }

  @Test
  void theHigherPriorityGoesFirstThoughItCameLast() {
    List<Pod> pods = new ArrayList<>(deployment("low", 1, 4000, GIB, 0));
    pods.addAll(deployment("high", 1, 4000, GIB, 1000));

    assertThat(replay(List.of(node("n0", "a", 4)), pods).node()).containsExactly(-1, 0);
  }

  @Test
  void aPodThatMustFollowAnotherIsBoundOnARetryAndNotCountedAsFirstAttempt() {
    PodAffinityTerm withDatabase =
        PodAffinityTerm.of(Labels.ZONE, LabelSelector.of(Map.of("app", "database")));
    PodSpec follower =
        new PodSpec.Builder("shop", Map.of("app", "cache"), Resources.of(100, GIB, 1))
            .requiredAffinity(List.of(withDatabase))
            .build();
    List<Pod> pods = new ArrayList<>();
    pods.add(new Pod("cache-0", follower, new Workload("Deployment", "shop", "cache")));
    pods.addAll(deployment("database", 1, 1000, GIB, 0));

    ReplayResult result = replay(List.of(node("n0", "a", 4)), pods);

    assertThat(result.node()).containsExactly(0, 0);
    assertThat(result.boundAtFirstAttempt()).isEqualTo(1);
    assertThat(result.bound()).isEqualTo(2);
  }

  @Test
  void oneSeedGivesOneOutcomeAndSeedsDiffer() {
    List<SchedulingNode> nodes =
        IntStream.range(0, 9).mapToObj(i -> node("n" + i, "a", 8)).toList();
    List<Pod> pods = deployment("web", 1, 100, GIB, 0);
    Set<Integer> first = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      ReplayResult once = new SchedulerReplay(nodes, Map.of()).run(pods, seed);
      ReplayResult again = new SchedulerReplay(nodes, Map.of()).run(pods, seed);
      assertThat(once.node()).isEqualTo(again.node());
      first.add(once.node()[0]);
    }

    assertThat(first).as("nodes of equal score that were picked").hasSizeGreaterThan(5);
  }

  @Test
  void aPreparedReplayCanBeRunAgainAndGivesTheSame() {
    List<Pod> pods = deployment("web", 30, 500, GIB, 0);
    ReplayPods prepared = ReplayPods.of(pods, List.of(), Map.of());
    SchedulerReplay replay =
        SchedulerReplay.of(List.of(node("n0", "a", 8), node("n1", "b", 4)), prepared);
    int[] order = ArrivalOrder.random(pods.size(), 3);

    int[] first = replay.run(order, 7).node();
    replay.run(ArrivalOrder.byWorkload(pods, 4), 8);

    assertThat(replay.run(order, 7).node()).isEqualTo(first);
  }

  @Test
  void podsAlreadyBoundUseUpTheirNode() {
    List<Pod> running = deployment("old", 3, 1000, GIB, 0);
    SchedulingNode busy = node("n0", "a", 4, running);

    ReplayResult result = replay(List.of(busy), deployment("new", 2, 1000, GIB, 0));

    assertThat(result.node()).containsExactly(0, -1);
  }

  @Test
  void aBoundPodThatWasNotPreparedIsNamed() {
    ReplayPods prepared = ReplayPods.of(deployment("new", 1, 1, 1, 0), List.of(), Map.of());
    SchedulingNode busy = node("n0", "a", 4, deployment("old", 1, 1, 1, 0));

    assertThatThrownBy(() -> SchedulerReplay.of(List.of(busy), prepared).run(new int[] {0}, 0))
        .hasMessageContaining("shop/old-0");
  }

  @Test
  void withoutNodesEverythingStaysPending() {
    assertThat(replay(List.of(), deployment("web", 2, 1, 1, 0)).node()).containsExactly(-1, -1);
  }

  private static ReplayResult replay(List<SchedulingNode> nodes, List<Pod> pods) {
    return new SchedulerReplay(nodes, Map.of()).run(pods, 1);
  }

  private static List<Pod> deployment(
      String name, int replicas, long cpu, long memory, int priority) {
    PodSpec spec =
        new PodSpec.Builder("shop", Map.of("app", name), Resources.of(cpu, memory, 1))
            .priority(priority)
            .build();
    Workload workload = new Workload("Deployment", "shop", name);
    return IntStream.range(0, replicas)
        .mapToObj(i -> new Pod(name + "-" + i, spec, workload))
        .toList();
  }

  private static SchedulingNode node(String name, String zone, long cpus) {
    return node(name, zone, cpus, List.of());
  }

  private static SchedulingNode node(String name, String zone, long cpus, List<Pod> bound) {
    return new SchedulingNode(
        name,
        new TreeMap<>(Map.of(Labels.HOSTNAME, name, Labels.ZONE, zone)),
        List.of(),
        false,
        Resources.of(cpus * 1000, cpus * 4 * GIB, 110),
        bound);
  }
}
