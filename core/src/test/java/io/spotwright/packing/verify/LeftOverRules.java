package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.NodePool;
import io.spotwright.model.PodSpec;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Unplaced;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods left over without need: no limit or share stands in the way, no rule between pods concerns
 * them, and a node of their own could be bought. Every other left-over pod has the benefit of the
 * doubt.
 */
final class LeftOverRules {
  private final World world;

  LeftOverRules(World world) {
    this.world = world;
  }

  List<String> check() {
    List<String> violations = new ArrayList<>();
    if (isLimited()) {
      return violations;
    }
    for (Unplaced unplaced : world.plan.unplaced()) {
      PodSpec pod = unplaced.pod().spec();
      if (isFree(pod)) {
        for (Offering offering : world.request.offerings()) {
          if (couldBuy(offering, pod)) {
            violations.add(
                "pod " + unplaced.pod().key() + ": left over, but fits " + offering.pool());
            break;
          }
        }
      }
    }
    return violations;
  }

  private boolean isLimited() {
    SpotPolicy policy = world.request.policy();
    return !policy.limits().isEmpty()
        || policy.onDemandBase() > 0
        || policy.onDemandPercentageAboveBase() > 0
        || policy.maxPoolShare() != null
        || policy.maxFamilyZoneShare() != null
        || policy.surviveLossOfCapacityPool()
        || world.request.observation().nodePools().stream()
            .anyMatch(pool -> !pool.limits().isEmpty());
  }

  private boolean isFree(PodSpec pod) {
    return SpreadGroup.hard(pod).isEmpty()
        && pod.requiredAffinity().isEmpty()
        && pod.requiredAntiAffinity().isEmpty()
        && world.specs.stream()
            .allMatch(other ->
                other.requiredAntiAffinity().stream()
                    .noneMatch(term ->
                        Matching.affinity(
                            other, term, pod, world.request.observation().namespaceLabels())));
  }

  private boolean couldBuy(Offering offering, PodSpec pod) {
    List<NodePool> pools = world.request.observation().nodePools();
    if (pools.isEmpty()) {
      return fits(Site.bought("", offering, null, daemons(), List.of()), pod);
    }
    return pools.stream()
        .filter(pool -> Site.allows(pool, offering))
        .anyMatch(pool -> fits(Site.bought("", offering, pool, daemons(), List.of()), pod));
  }

  private List<DaemonSet> daemons() {
    return world.request.observation().daemonSets();
  }

  private static boolean fits(Site site, PodSpec pod) {
    boolean portsFree =
        pod.hostPorts().stream()
            .allMatch(port ->
                site.overhead().stream()
                    .flatMap(daemon -> daemon.hostPorts().stream())
                    .noneMatch(taken -> Matching.ports(port, taken)));
    return portsFree && NodeRules.fitsAlone(site, pod);
  }
}
