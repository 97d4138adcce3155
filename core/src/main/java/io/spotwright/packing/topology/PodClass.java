package io.spotwright.packing.topology;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods alike for scheduling: one row of the demand before topology splits it into groups. Pods that
 * must share one node are a class of their own, packed as a whole.
 */
public final class PodClass {
  private final int id;
  private final List<PodSpec> specs;
  private final List<Pod> pods;
  private final Kind kind;
  private final int demoted;

  /** What its pods ask of each other on one node. */
  enum Kind {
    /** Nothing. */
    SINGLE,
    /** All must be on one node. */
    WHOLE,
    /** Each must be where one of them runs already. */
    JOINING
  }

  PodClass(int id, List<PodSpec> specs, List<Pod> pods, Kind kind, int demoted) {
    this.id = id;
    this.specs = List.copyOf(specs);
    this.pods = new ArrayList<>(pods);
    this.kind = kind;
    this.demoted = demoted;
  }

  /** Position in the list of classes. */
  public int id() {
    return id;
  }

  /** The first one's spec; those of pods that must share a node may differ. */
  public PodSpec spec() {
    return specs.getFirst();
  }

  /** Distinct ones. */
  public List<PodSpec> specs() {
    return specs;
  }

  public List<Pod> pods() {
    return pods;
  }

  /** Whether all pods must be on one node. */
  public boolean isWhole() {
    return kind == Kind.WHOLE;
  }

  /** Whether each pod must be on a node where one like it runs already. */
  public boolean joins() {
    return kind == Kind.JOINING;
  }

  /** Pods that are packed together: 1, or all. */
  public int unit() {
    return isWhole() ? pods.size() : 1;
  }

  /** Of one unit. */
  public Resources request() {
    if (!isWhole()) {
      return spec().requests();
    }
    Resources sum = Resources.NONE;
    for (Pod pod : pods) {
      sum = sum.plus(pod.spec().requests());
    }
    return sum;
  }

  /** How many steps of NodePool weight were given up because limits ended the buying above. */
  public int demoted() {
    return demoted;
  }

  /** The last pods, so that {@code kept} stay; a whole class may be too big for any node. */
  public List<Pod> cut(int kept) {
    List<Pod> last = pods.subList(kept, pods.size());
    List<Pod> cut = List.copyOf(last);
    last.clear();
    return cut;
  }
}
