package io.spotwright.packing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes to buy and which pods they hold.
 *
 * @param nodes existing nodes that take pods, then nodes to buy; nodes without pods are left out
 * @param hourlyCost sum of the prices of the nodes to buy
 * @param realizedShare share (0 to 1) of the placed pods that bind at the first attempt when
 *     kube-scheduler is left alone, the least over the orders of arrival tried
 * @param unrepairedHourlyCost price with {@link Binding#EXACT}: what needs no repair for the
 *     scheduler
 * @param unsafeHourlyCost price without the pool-safe promise, to be held against {@code
 *     unrepairedHourlyCost}; {@code null} when no promise was asked for
 * @param seconds wall time spent
 * @param notes remarks for people
 */
public record Plan(
    List<PlannedNode> nodes,
    List<Unplaced> unplaced,
    double hourlyCost,
    LowerBound lowerBound,
    double realizedShare,
    double unrepairedHourlyCost,
    @Nullable Double unsafeHourlyCost,
    double seconds,
    List<String> notes) {

  public Plan {
    nodes = List.copyOf(nodes);
    unplaced = List.copyOf(unplaced);
    notes = List.copyOf(notes);
  }

  /** How far the price can be above the cheapest, in percent; 0 when nothing is bought. */
  public double gapPercent() {
    double bound = lowerBound.hourlyPrice();
    return bound <= 0 ? 0 : Math.max(0, 100 * (hourlyCost / bound - 1));
  }
}
