package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.scheduling.compile.PodTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Pods prepared for replays: built once, used with any number of node lists, orders and seeds. */
public final class ReplayPods {
  final PodTable table;
  private final int[] priority;
  private final boolean samePriority;

  private ReplayPods(PodTable table) {
    this.table = table;
    priority = table.pods().stream().mapToInt(pod -> pod.spec().priority()).toArray();
    boolean same = true;
    for (int value : priority) {
      same &= value == priority[0];
    }
    samePriority = same;
  }

  /**
   * @param pods to be replayed; orders and results name them by their index in this list
   * @param bound every pod that a node of a later replay may already hold
   * @param namespaceLabels for namespace selectors; an absent namespace carries only its name
   */
  public static ReplayPods of(
      List<Pod> pods,
      Collection<Pod> bound,
      Map<String, SortedMap<String, String>> namespaceLabels) {
    return new ReplayPods(new PodTable(pods, bound, namespaceLabels));
  }

  public List<Pod> pods() {
    return table.pods();
  }

  public int size() {
    return priority.length;
  }

  /** The queue's order: by priority, then as they arrived. */
  int[] queue(int[] arrivals) {
    if (samePriority) {
      return arrivals;
    }
    return Arrays.stream(arrivals)
        .boxed()
        .sorted((left, right) -> Integer.compare(priority[right], priority[left]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
