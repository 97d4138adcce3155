package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.problem.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far a list of nodes to buy is above the policy's shares. */
public final class BoughtShares {
  private BoughtShares() {}

  /** vCPU above the caps, over all capacity pools and all families within a zone. */
  public static double excess(List<Option> options, SpotPolicy policy) {
    List<Offering> offerings = options.stream().map(Option::offering).toList();
    return excess(offerings, policy.maxPoolShare(), Offering::pool)
        + excess(offerings, policy.maxFamilyZoneShare(), o -> List.of(o.size().family(), o.zone()));
  }

  private static double excess(
      List<Offering> offerings, @Nullable Double most, Function<Offering, Object> part) {
    if (most == null) {
      return 0;
    }
    Map<Object, Integer> vcpus = new HashMap<>();
    int total = 0;
    for (Offering offering : offerings) {
      vcpus.merge(part.apply(offering), offering.size().vcpus(), Integer::sum);
      total += offering.size().vcpus();
    }
    double allowed = most * total;
    return vcpus.values().stream().mapToDouble(used -> Math.max(0, used - allowed)).sum();
  }
}
