package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.replay.Replayer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the default profile of kube-scheduler 1.36 would bind pods that arrive as one batch. Not
 * for use by two threads at once.
 *
 * <p>Left out: preemption, image locality, volume binding beyond zones, and the race between the
 * goroutines that collect feasible nodes. That race, and nothing else, decides between nodes of
 * equal score in 1.36; here each of them has the same chance.
 */
public final class SchedulerReplay {
  private final List<SchedulingNode> nodes;
  private final Map<String, SortedMap<String, String>> namespaceLabels;
  private @Nullable ReplayPods pods;
  private @Nullable Replayer replayer;

  public SchedulerReplay(
      List<SchedulingNode> nodes, Map<String, SortedMap<String, String>> namespaceLabels) {
    this.nodes = List.copyOf(nodes);
    this.namespaceLabels = Map.copyOf(namespaceLabels);
  }

  private SchedulerReplay(List<SchedulingNode> nodes, ReplayPods pods) {
    this(nodes, Map.of());
    this.pods = pods;
    replayer = new Replayer(this.nodes, pods.table);
  }

  /** For many replays of the same pods: {@link #run(int[], long)} then costs no preparation. */
  public static SchedulerReplay of(List<SchedulingNode> nodes, ReplayPods pods) {
    return new SchedulerReplay(nodes, pods);
  }

  /** Replays the pods in the order given, priorities first. */
  public ReplayResult run(List<Pod> arrivals, long seed) {
    List<Pod> bound = nodes.stream().flatMap(node -> node.bound().stream()).toList();
    ReplayPods prepared = ReplayPods.of(arrivals, bound, namespaceLabels);
    int[] order = Stream.iterate(0, i -> i + 1).limit(arrivals.size()).mapToInt(i -> i).toArray();
    return run(new Replayer(nodes, prepared.table), prepared, order, seed);
  }

  /**
   * Replays pods by their index in the {@link ReplayPods} this was made with.
   *
   * @param order of arrival; pods it leaves out stay unplaced
   */
  public ReplayResult run(int[] order, long seed) {
    if (replayer == null || pods == null) {
      throw new IllegalStateException("made without ReplayPods; use run(List, long)");
    }
    return run(replayer, pods, order, seed);
  }

  private static ReplayResult run(Replayer replayer, ReplayPods pods, int[] order, long seed) {
    replayer.reset(seed);
    int[] node = new int[pods.size()];
    Arrays.fill(node, -1);
    int[] pending = pass(replayer, pods.queue(order), node);
    int first = order.length - pending.length;
    int before = order.length;
    while (pending.length < before && pending.length > 0) {
      before = pending.length;
      pending = pass(replayer, pending, node);
    }
    return new ReplayResult(node, first);
  }

  /** One turn of every pod in the queue; those that found no node, in the same order. */
  private static int[] pass(Replayer replayer, int[] queue, int[] node) {
    int[] pending = new int[queue.length];
    int left = 0;
    for (int pod : queue) {
      node[pod] = replayer.place(pod);
      if (node[pod] < 0) {
        pending[left++] = pod;
      }
    }
    return Arrays.copyOf(pending, left);
  }
}
