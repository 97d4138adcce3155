package io.spotwright.scheduling.replay;

import io.spotwright.scheduling.NodeVerdict;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.filter.Rule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search and the scores once more, over all nodes and with the reasons kept. */
final class Judgement {
  private final PodTable pods;
  private final NodeTable nodes;
  private final NodeState state;
  private final BetweenPods between;
  private final NodeSearch search;
  private final NodeScores scores;

  Judgement(
      PodTable pods,
      NodeTable nodes,
      NodeState state,
      BetweenPods between,
      NodeSearch search,
      NodeScores scores) {
    this.pods = pods;
    this.nodes = nodes;
    this.state = state;
    this.between = between;
    this.search = search;
    this.scores = scores;
  }

  /** One verdict per node in the caller's order. */
  List<NodeVerdict> of(int c) {
    NodeVerdict[] verdicts = new NodeVerdict[nodes.size];
    int[] feasible = new int[nodes.size];
    int size = 0;
    between.prepare(c);
    for (int n = 0; n < nodes.size; n++) {
      NodeVerdict refusal = refusal(c, n);
      if (refusal == null) {
        feasible[size++] = n;
      } else {
        verdicts[nodes.callerIndex[n]] = refusal;
      }
    }
    score(c, Arrays.copyOf(feasible, size), verdicts);
    return List.of(verdicts);
  }

  private void score(int c, int[] feasible, NodeVerdict[] verdicts) {
    int size = feasible.length;
    int[] placement = new int[size];
    int[] spread = new int[size];
    int[] affinity = new int[size];
    scores.addPlacement(search.answer(c), feasible, size, placement);
    scores.addSpread(c, feasible, size, spread);
    scores.addPodAffinity(c, feasible, size, affinity);
    int shape = pods.shapeOf[c];
    for (int i = 0; i < size; i++) {
      int node = nodes.callerIndex[feasible[i]];
      int resources = state.answer(state.kept(shape), shape, feasible[i]);
      verdicts[node] =
          new NodeVerdict.Feasible(node, resources, placement[i], spread[i], affinity[i]);
    }
  }

  private @Nullable NodeVerdict refusal(int c, int n) {
    PlacementAnswer answer = search.answer(c);
    if (!answer.cordon[n]) {
      return refused(n, Rule.UNSCHEDULABLE);
    }
    if (!answer.taints[n]) {
      return refused(n, Rule.TAINTS);
    }
    if (!answer.affinity[n]) {
      return refused(n, Rule.NODE_AFFINITY);
    }
    Rule dynamic = between.blocking(n);
    if (dynamic == Rule.HOST_PORT) {
      return refused(n, dynamic);
    }
    int shape = pods.shapeOf[c];
    if (state.answer(state.kept(shape), shape, n) == NodeState.FULL) {
      return new NodeVerdict.Infeasible(
          nodes.callerIndex[n], Rule.RESOURCES, "insufficient " + state.shortage(shape, n));
    }
    if (!answer.volumes[n]) {
      return refused(n, Rule.VOLUME_ZONE);
    }
    return dynamic == null ? null : refused(n, dynamic);
  }

  private NodeVerdict refused(int n, Rule rule) {
    return new NodeVerdict.Infeasible(nodes.callerIndex[n], rule, rule.sentence());
  }
}
