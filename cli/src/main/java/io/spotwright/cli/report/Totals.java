package io.spotwright.cli.report;

import io.spotwright.market.CapacityPool;
import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums over a plan.
 *
 * @param bought nodes to buy
 * @param reused existing nodes that take pods
 * @param pods placed
 * @param onDemandHourlyCost what the same nodes cost on on-demand; NaN when one has no such price
 * @param pools distinct capacity pools among the bought nodes
 * @param largestPool the one with the most vCPUs, {@code null} when nothing is bought
 * @param largestShare its share (0 to 1) of all bought vCPUs
 * @param estimated whether any price in the sum is estimated
 */
record Totals(
    int bought,
    int reused,
    int pods,
    double onDemandHourlyCost,
    int pools,
    @Nullable CapacityPool largestPool,
    double largestShare,
    boolean estimated) {

  static Totals of(Plan plan, Catalogue catalogue) {
    Map<CapacityPool, Double> onDemand = new HashMap<>();
    for (Offering offering : catalogue.offerings()) {
      if (offering.capacityType() == CapacityType.ON_DEMAND) {
        onDemand.put(offering.pool(), offering.hourlyPrice());
      }
    }
    Map<CapacityPool, Long> vcpus = new TreeMap<>();
    int bought = 0;
    int pods = 0;
    double dear = 0;
    boolean estimated = false;
    for (PlannedNode node : plan.nodes()) {
      pods += node.pods().size();
      Offering offering = node.offering();
      if (offering != null) {
        bought++;
        vcpus.merge(offering.pool(), (long) offering.size().vcpus(), Long::sum);
        CapacityPool twin =
            new CapacityPool(offering.size().name(), offering.zone(), CapacityType.ON_DEMAND);
        dear += onDemand.getOrDefault(twin, Double.NaN);
        estimated |= offering.estimated();
      }
    }
    return withPools(plan, bought, pods, dear, estimated, vcpus);
  }

  private static Totals withPools(
      Plan plan,
      int bought,
      int pods,
      double onDemand,
      boolean estimated,
      Map<CapacityPool, Long> vcpus) {
    CapacityPool largest = null;
    long most = 0;
    long all = 0;
    for (Map.Entry<CapacityPool, Long> entry : vcpus.entrySet()) {
      all += entry.getValue();
      if (entry.getValue() > most) {
        most = entry.getValue();
        largest = entry.getKey();
      }
    }
    return new Totals(
        bought,
        plan.nodes().size() - bought,
        pods,
        onDemand,
        vcpus.size(),
        largest,
        all == 0 ? 0 : (double) most / all,
        estimated);
  }
}
