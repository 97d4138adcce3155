package io.spotwright.packing.problem;

import io.spotwright.model.Pod;
import io.spotwright.packing.topology.Cells;
import java.util.List;

/**
 * Pods alike for packing: same request, same allowed nodes, same cell, same node rules.
 *
 * @param request per dimension of the {@link Problem}, of one unit
 * @param cell where the pods must go, {@link Cells#ANY} when free
 * @param pods all of them, in the order in which they are handed out
 * @param unit pods that are packed as one because they must share a node; 1 as a rule
 */
public record Group(double[] request, int cell, List<Pod> pods, int unit) {

  /** What there is to pack: pods, or units where several pods are packed as one. */
  public int count() {
    return pods.size() / unit;
  }
}
