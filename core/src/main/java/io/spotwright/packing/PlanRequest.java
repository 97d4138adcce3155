package io.spotwright.packing;

import io.spotwright.market.Offering;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What to plan.
 *
 * @param offerings what may be bought: region, zones, families, capacity types and requirements of
 *     the policy are already applied
 * @param policy read for the on-demand mix, shares, pool safety and limits only
 * @param timeLimit wall time for the whole plan, kept within 10 %
 * @param seed the same request with the same seed gives the same plan when time does not cut it
 *     short
 */
public record PlanRequest(
    Observation observation,
    List<Offering> offerings,
    SpotPolicy policy,
    Binding binding,
    Duration timeLimit,
    long seed) {

  public PlanRequest {
    offerings = List.copyOf(offerings);
  }
}
