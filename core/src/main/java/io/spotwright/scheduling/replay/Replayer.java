package io.spotwright.scheduling.replay;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.NodeVerdict;
import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.compile.PodTable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Binds pods one after the other as kube-scheduler would. Not for use by two threads at once. */
public final class Replayer {
  private final PodTable pods;
  private final NodeTable nodes;
  private final NodeState state;
  private final CounterState counters;
  private final BetweenPods between;
  private final NodeSearch search;
  private final NodeScores scores;
  private final boolean[] hopeless;
  private final int[] ties;
  private SplittableRandom random = new SplittableRandom(0);

  /**
   * @param pods must know the class of every pod bound to the nodes
   */
  public Replayer(List<SchedulingNode> given, PodTable pods) {
    this.pods = pods;
    nodes = new NodeTable(given, pods);
    state = new NodeState(nodes, pods.shapes);
    counters = new CounterState(nodes, pods);
    counters.trackLeast();
    between = new BetweenPods(pods, state, counters);
    search = new NodeSearch(pods, nodes, state, between);
    scores = new NodeScores(pods, nodes, counters);
    hopeless = new boolean[pods.classCount()];
    ties = new int[nodes.size];
  }

  /** Back to the nodes with only their bound pods. */
  public void reset(long seed) {
    random = new SplittableRandom(seed);
    state.clear();
    counters.clear();
    search.restart();
    Arrays.fill(hopeless, false);
    for (int n = 0; n < nodes.size; n++) {
      for (Pod pod : nodes.nodes.get(n).bound()) {
        bind(knownClass(pod), n);
      }
    }
  }

  private int knownClass(Pod pod) {
    int c = pods.find(pod);
    if (c < 0) {
      throw new IllegalArgumentException(
          "bound pod "
              + pod.key()
              + " is not among the pods the replay was built for; add it there");
    }
    return c;
  }

  /** Binds a pod, by its index in the table; the caller's index of its node or {@code -1}. */
  public int place(int pod) {
    int c = pods.classOf[pod];
    if (hopeless[c]) {
      return -1;
    }
    int n = nodes.size == 0 ? -1 : choose(c, search.find(c));
    if (n < 0) {
      // Pods only ever come: a class that other pods cannot help never fits again.
      hopeless[c] = !pods.rules[c].mayBecomeFeasible();
      return -1;
    }
    bind(c, n);
    return nodes.callerIndex[n];
  }

  /** What the scheduler makes of every node for a pod, by its index in the table. */
  public List<NodeVerdict> judge(int pod) {
    return new Judgement(pods, nodes, state, between, search, scores).of(pods.classOf[pod]);
  }

  private int choose(int c, int size) {
    if (size == 0) {
      return -1;
    }
    int[] feasible = search.feasible;
    if (size == 1) {
      return feasible[0];
    }
    int[] totals = search.resources;
    PlacementAnswer answer = search.answer(c);
    if (answer.scores) {
      scores.addPlacement(answer, feasible, size, totals);
    }
    scores.addSpread(c, feasible, size, totals);
    scores.addPodAffinity(c, feasible, size, totals);
    return feasible[pickBest(totals, size)];
  }

  /** Any of the best with equal chance. */
  private int pickBest(int[] totals, int size) {
    int best = -1;
    int tied = 0;
    for (int i = 0; i < size; i++) {
      if (totals[i] >= best) {
        if (totals[i] > best) {
          best = totals[i];
          tied = 0;
        }
        ties[tied++] = i;
      }
    }
    return tied == 1 ? ties[0] : ties[random.nextInt(tied)];
  }

  private void bind(int c, int n) {
    state.bind(pods.shapeOf[c], pods.portsOf.get(c), n);
    counters.count(pods.rules[c].counted(), n);
  }
}
