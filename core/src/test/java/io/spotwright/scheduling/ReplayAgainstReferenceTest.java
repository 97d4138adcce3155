package io.spotwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.filter.Rule;
import io.spotwright.scheduling.replay.Replayer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fast replay and the plain rules must say the same of every node, step by step. */
class ReplayAgainstReferenceTest {
  private static final int CLUSTERS = 3_000;

  private final Set<Rule> seen = EnumSet.noneOf(Rule.class);
  private int scored;

  @Test
  void everyVerdictOnThousandsOfRandomClustersIsTheOneTheRulesGive() {
    for (long seed = 0; seed < CLUSTERS; seed++) {
      compare(seed);
    }
    assertThat(seen).as("rules that came up").containsAll(EnumSet.allOf(Rule.class));
    assertThat(scored).as("pods with a choice of nodes").isGreaterThan(CLUSTERS);
  }

  private void compare(long seed) {
    RandomCluster random = new RandomCluster(seed);
    List<SchedulingNode> nodes = random.nodes();
    List<Pod> pods = random.pods();
    Replayer replayer =
        new Replayer(nodes, new PodTable(pods, List.of(), RandomCluster.NAMESPACES));
    replayer.reset(seed);
    ReferenceCluster cluster = new ReferenceCluster(nodes, RandomCluster.NAMESPACES);
    for (int i = 0; i < pods.size(); i++) {
      Pod pod = pods.get(i);
      List<NodeVerdict> expected = verdicts(cluster, pod);
      assertThat(replayer.judge(i))
          .as(() -> "cluster " + random.seed() + ", pod " + pod)
          .usingElementComparator(ReplayAgainstReferenceTest::compare)
          .isEqualTo(expected);
      int chosen = replayer.place(i);
      assertThat(chosen).as(() -> "cluster " + random.seed() + ", pod " + pod).isIn(best(expected));
      if (chosen >= 0) {
        cluster.bound.get(chosen).add(pod);
      }
    }
  }

  /** The wording of a refusal is free. */
  private static int compare(NodeVerdict left, NodeVerdict right) {
    boolean same =
        left instanceof NodeVerdict.Infeasible one && right instanceof NodeVerdict.Infeasible two
            ? one.node() == two.node() && one.rule() == two.rule()
            : left.equals(right);
    return same ? 0 : 1;
  }

  private List<NodeVerdict> verdicts(ReferenceCluster cluster, Pod pod) {
    ReferenceFilters filters = new ReferenceFilters(cluster);
    ReferenceScores scores = new ReferenceScores(cluster);
    List<Integer> feasible = new ArrayList<>();
    NodeVerdict[] verdicts = new NodeVerdict[cluster.nodes.size()];
    for (int n = 0; n < verdicts.length; n++) {
      Rule refusal = filters.refusal(pod.spec(), n);
      if (refusal == null) {
        feasible.add(n);
      } else {
        seen.add(refusal);
        verdicts[n] = new NodeVerdict.Infeasible(n, refusal, "");
      }
    }
    int[] placement = scores.placement(pod.spec(), feasible);
    int[] spread = new ReferenceSpread(cluster).scores(pod, feasible);
    int[] affinity = scores.podAffinity(pod.spec(), feasible);
    for (int n : feasible) {
      int resources = scores.resources(pod.spec(), n);
      verdicts[n] = new NodeVerdict.Feasible(n, resources, placement[n], spread[n], affinity[n]);
    }
    scored += feasible.size() > 1 ? 1 : 0;
    return List.of(verdicts);
  }

  private static List<Integer> best(List<NodeVerdict> verdicts) {
    int highest = -1;
    List<Integer> best = new ArrayList<>(List.of(-1));
    for (NodeVerdict verdict : verdicts) {
      if (verdict instanceof NodeVerdict.Feasible feasible && feasible.total() >= highest) {
        if (feasible.total() > highest) {
          best.clear();
        }
        highest = feasible.total();
        best.add(feasible.node());
      }
    }
    return best;
  }
}
