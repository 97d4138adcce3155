package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits of NodePools and of the policy, and the order of NodePools by weight. */
final class NodePoolRules {
  private final World world;
  private final List<String> violations = new ArrayList<>();

  NodePoolRules(World world) {
    this.world = world;
  }

  List<String> check() {
    Map<String, Long> everything = new HashMap<>();
    for (Site site : world.sites) {
      if (site.offering() != null) {
        use(everything, site.offering().size().capacity());
      }
    }
    compare("policy", everything, world.request.policy().limits());
    for (NodePool pool : world.request.observation().nodePools()) {
      compare("NodePool " + pool.name(), used(pool), pool.limits());
    }
    world.sites.forEach(this::checkWeight);
    return violations;
  }

  private Map<String, Long> used(NodePool pool) {
    Map<String, Long> used = new HashMap<>();
    for (Site site : world.sites) {
      if (site.offering() != null && pool.equals(site.pool())) {
        use(used, site.offering().size().capacity());
      } else if (site.offering() == null
          && pool.name().equals(site.labels().get("karpenter.sh/nodepool"))) {
        use(used, Resources.of(site.allocatable()));
      }
    }
    return used;
  }

  private static void use(Map<String, Long> used, Resources node) {
    node.asMap().forEach((name, amount) -> used.merge(name, amount, Long::sum));
    used.merge("nodes", 1L, Long::sum);
  }

  /** Only what the plan adds can break a limit: a pool already over it just may not grow. */
  private void compare(String whose, Map<String, Long> used, Resources limits) {
    for (String name : limits.names()) {
      if (used.getOrDefault(name, 0L) > limits.get(name)) {
        violations.add(
            whose + ": " + name + " " + used.get(name) + " over the limit " + limits.get(name));
      }
    }
  }

  /** A node belongs to the heaviest NodePool that could have held its pods in the same place. */
  private void checkWeight(Site site) {
    SpotPolicy policy = world.request.policy();
    boolean shares = policy.maxPoolShare() != null || policy.maxFamilyZoneShare() != null;
    if (site.pool() == null || shares || policy.surviveLossOfCapacityPool()) {
      return;
    }
    for (NodePool heavier : world.request.observation().nodePools()) {
      if (heavier.weight() > site.pool().weight()) {
        for (Offering offering : world.request.offerings()) {
          if (couldHold(heavier, offering, site)) {
            violations.add(
                NodeRules.title(site) + ": " + heavier.name() + " could hold it on " + offering);
            return;
          }
        }
      }
    }
  }

  private boolean couldHold(NodePool pool, Offering offering, Site site) {
    Offering bought = site.offering();
    if (bought == null
        || !offering.zone().equals(bought.zone())
        || offering.capacityType() != bought.capacityType()
        || !Site.allows(pool, offering)) {
      return false;
    }
    Map<String, Long> grown = used(pool);
    use(grown, offering.size().capacity());
    for (String name : pool.limits().names()) {
      if (grown.getOrDefault(name, 0L) > pool.limits().get(name)) {
        return false;
      }
    }
    return holds(
        Site.bought(
            site.name(), offering, pool, world.request.observation().daemonSets(), site.added()));
  }

  private static boolean holds(Site site) {
    Map<String, Long> used = new HashMap<>();
    site.overhead().forEach(spec -> use(used, spec.requests()));
    for (Pod pod : site.added()) {
      use(used, pod.spec().requests());
      if (!Matching.node(pod.spec(), site.labels(), site.name())
          || !Matching.volumes(pod.spec(), site.labels(), site.name())
          || !Matching.taints(pod.spec(), site.taints(), false)) {
        return false;
      }
    }
    used.remove("nodes");
    return used.entrySet().stream()
        .allMatch(e -> e.getValue() <= site.allocatable().getOrDefault(e.getKey(), 0L));
  }
}
