package io.spotwright.scheduling.replay;

import io.spotwright.scheduling.compile.PodTable;

/** The filter phase: the nodes a pod fits, as many as kube-scheduler looks for. */
final class NodeSearch {
  /** Columns of the feasible nodes found last, and the resource score of each. */
  final int[] feasible;

  final int[] resources;

  private final PodTable pods;
  private final NodeTable nodes;
  private final NodeState state;
  private final BetweenPods between;
  private final PlacementAnswer[] answers;
  private final int enough;
  private int start;

  NodeSearch(PodTable pods, NodeTable nodes, NodeState state, BetweenPods between) {
    this.pods = pods;
    this.nodes = nodes;
    this.state = state;
    this.between = between;
    feasible = new int[nodes.size];
    resources = new int[nodes.size];
    enough = NodeOrder.enough(nodes.size);
    answers = new PlacementAnswer[pods.classCount()];
    for (int c = 0; c < answers.length; c++) {
      answers[c] = nodes.answer(pods.placementOf[c]);
    }
  }

  PlacementAnswer answer(int c) {
    return answers[c];
  }

  void restart() {
    start = 0;
  }

  /** Fills {@link #feasible} for a pod of class {@code c}, moves the start on, returns how many. */
  int find(int c) {
    boolean dynamic = between.prepare(c);
    int found = scan(c, dynamic, start, nodes.size, 0);
    if (found < 0) {
      return ~found;
    }
    int wrapped = scan(c, dynamic, 0, start, found);
    return wrapped < 0 ? ~wrapped : wrapped;
  }

  /** Looks at columns from..to; the complement of the number found when it is enough. */
  private int scan(int c, boolean dynamic, int from, int to, int found) {
    boolean[] allowed = answers[c].allowed;
    int shape = pods.shapeOf[c];
    int[] kept = state.kept(shape);
    for (int n = from; n < to; n++) {
      if (!allowed[n]) {
        continue;
      }
      int answer = state.answer(kept, shape, n);
      if (answer == NodeState.FULL || (dynamic && between.blocking(n) != null)) {
        continue;
      }
      feasible[found] = n;
      resources[found++] = answer;
      if (found == enough) {
        start = (n + 1) % nodes.size;
        return ~found;
      }
    }
    return found;
  }
}
