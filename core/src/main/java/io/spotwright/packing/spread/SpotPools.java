package io.spotwright.packing.spread;

import io.spotwright.market.CapacityPool;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.packing.problem.Problem;
import java.util.HashMap;
import java.util.Map;

/**
 * Dense ids for what Azure takes back together: a VM size in a zone on spot, bought or existing.
 */
final class SpotPools {
  /** On-demand nodes stay. */
  static final int NEVER_LOST = -1;

  private final Map<CapacityPool, Integer> ids = new HashMap<>();
  private final int[] ofShape;
  private final int[] ofExisting;

  /** Every shape of the problem has one option. */
  SpotPools(Problem problem) {
    ofShape = new int[problem.shapes().size()];
    for (int s = 0; s < ofShape.length; s++) {
      ofShape[s] = id(problem.shape(s).options().getFirst().offering().pool());
    }
    ofExisting = new int[problem.existing().size()];
    for (int n = 0; n < ofExisting.length; n++) {
      ofExisting[n] = id(pool(problem.existing().get(n).node()));
    }
  }

  private int id(CapacityPool pool) {
    if (pool.capacityType() != CapacityType.SPOT) {
      return NEVER_LOST;
    }
    Integer known = ids.putIfAbsent(pool, ids.size());
    return known == null ? ids.size() - 1 : known;
  }

  private static CapacityPool pool(Node node) {
    String spot = CapacityType.SPOT.label();
    boolean isSpot =
        spot.equals(node.labels().get(Labels.CAPACITY_TYPE))
            || spot.equals(node.labels().get(Labels.SCALE_SET_PRIORITY));
    return new CapacityPool(
        node.labels().getOrDefault(Labels.INSTANCE_TYPE, ""),
        node.labels().getOrDefault(Labels.ZONE, ""),
        isSpot ? CapacityType.SPOT : CapacityType.ON_DEMAND);
  }

  int count() {
    return ids.size();
  }

  int ofShape(int shape) {
    return ofShape[shape];
  }

  int ofExisting(int node) {
    return ofExisting[node];
  }
}
