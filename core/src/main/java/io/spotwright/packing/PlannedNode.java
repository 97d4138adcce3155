package io.spotwright.packing;

import io.spotwright.market.Offering;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node with the pods that are planned on it: either an existing one ({@code existing} set, price
 * 0 because it is already paid for) or one to buy ({@code offering} set).
 *
 * @param pods the pods newly placed, not those already bound
 * @param nodePool the NodePool a bought node belongs to, {@code null} when the input has none
 */
public record PlannedNode(
    String name,
    @Nullable Node existing,
    @Nullable Offering offering,
    @Nullable NodePool nodePool,
    List<Pod> pods) {

  public PlannedNode {
    pods = List.copyOf(pods);
  }

  public double hourlyPrice() {
    return offering == null ? 0 : offering.hourlyPrice();
  }
}
