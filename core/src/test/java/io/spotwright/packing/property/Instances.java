package io.spotwright.packing.property;

import io.spotwright.market.Offering;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Binding;
import io.spotwright.packing.PlanRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Random things to plan, one for every seed. */
final class Instances {
  private Instances() {}

  /** 1 to 60 pods, 3 to 15 sizes, every kind of constraint. */
  static PlanRequest mixed(long seed, Duration timeLimit) {
    Dice dice = new Dice(seed);
    List<String> zones = RandomMarket.zones(dice);
    RandomMarket market = new RandomMarket(dice.split());
    RandomWorkloads workloads = new RandomWorkloads(dice.split(), zones, dice.of(0, 5, 10, 20));
    RandomCluster cluster = new RandomCluster(dice.split());
    List<Offering> offerings = market.offerings(dice.between(3, 15), zones);
    List<NodePool> pools = market.nodePools(zones);
    List<Pod> pending = workloads.pods(dice.between(1, 60));
    int existing = dice.chance(60) ? 0 : dice.between(1, 4);
    List<Node> nodes = cluster.nodes(existing, zones, pending, workloads);
    List<DisruptionBudget> budgets = cluster.budgets(pending);
    Observation observation =
        new Observation(
            pending, nodes, cluster.daemonSets(dice.between(0, 2)), pools, budgets, Map.of());
    return new PlanRequest(
        observation,
        offerings,
        cluster.policy(),
        dice.chance(70) ? Binding.EXACT : Binding.DEFAULT,
        timeLimit,
        seed);
  }

  /** Few enough pods and offerings for the exact optimum; rules of the node and of topology. */
  static PlanRequest small(long seed, int rules, Duration timeLimit) {
    Dice dice = new Dice(seed);
    List<String> zones = List.of("zone-1", "zone-2").subList(0, dice.between(1, 2));
    RandomMarket market = new RandomMarket(dice.split());
    RandomWorkloads workloads = new RandomWorkloads(dice.split(), zones, rules);
    List<Offering> offerings =
        market.offerings(dice.between(2, 4), zones).stream().limit(6).toList();
    Observation observation = Observation.of(workloads.pods(dice.between(2, 8)));
    return new PlanRequest(
        observation, offerings, SpotPolicy.UNSET, Binding.EXACT, timeLimit, seed);
  }
}
