package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.Labels;
import io.spotwright.model.NodePool;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.TopologySpread;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All pods that share one hard spread rule: the same domains and the same pods counted.
 *
 * @param domains that could hold a pod: those of the nodes there are, and of the nodes one could
 *     buy
 * @param eligible the nodes whose pods are counted, by index
 * @param counted the templates that the selector matches, by index
 */
record SpreadGroup(
    String topologyKey,
    int maxSkew,
    int minDomains,
    TreeSet<String> domains,
    BitSet eligible,
    BitSet counted) {

  static SpreadGroup of(World world, PodSpec pod, TopologySpread rule) {
    TreeSet<String> domains = new TreeSet<>();
    BitSet eligible = new BitSet();
    for (int i = 0; i < world.sites.size(); i++) {
      Site site = world.sites.get(i);
      boolean all = hard(pod).stream().allMatch(r -> site.labels().containsKey(r.topologyKey()));
      if (all && eligible(pod, rule, site)) {
        eligible.set(i);
        domains.add(site.labels().get(rule.topologyKey()));
      }
    }
    if (!rule.topologyKey().equals(Labels.HOSTNAME)) {
      addPurchasable(world, pod, rule, domains);
    }
    BitSet counted = new BitSet();
    for (int i = 0; i < world.specs.size(); i++) {
      PodSpec other = world.specs.get(i);
      counted.set(
          i,
          other.namespace().equals(pod.namespace())
              && Matching.selector(rule.labelSelector(), other.labels())
              && Matching.sameLabels(pod, rule.matchLabelKeys(), other));
    }
    return new SpreadGroup(
        rule.topologyKey(), rule.maxSkew(), rule.minDomains(), domains, eligible, counted);
  }

  static List<TopologySpread> hard(PodSpec pod) {
    return pod.topologySpread().stream().filter(TopologySpread::doNotSchedule).toList();
  }

  private static boolean eligible(PodSpec pod, TopologySpread rule, Site site) {
    return (!rule.honorNodeAffinity() || Matching.node(pod, site.labels(), site.name()))
        && (!rule.honorNodeTaints() || Matching.taints(pod, site.taints(), site.cordoned()));
  }

  /**
   * A zone that could be bought into counts, or a plan would spread over one zone and call it even.
   */
  private static void addPurchasable(
      World world, PodSpec pod, TopologySpread rule, TreeSet<String> domains) {
    List<NodePool> pools = world.request.observation().nodePools();
    for (Offering offering : world.request.offerings()) {
      if (pools.isEmpty()) {
        addPurchasable(world, pod, rule, offering, null, domains);
      }
      for (NodePool pool : pools) {
        if (Site.allows(pool, offering)) {
          addPurchasable(world, pod, rule, offering, pool, domains);
        }
      }
    }
  }

  /** Only a node that the pod could run on is worth buying for its sake. */
  private static void addPurchasable(
      World world,
      PodSpec pod,
      TopologySpread rule,
      Offering offering,
      @Nullable NodePool pool,
      TreeSet<String> domains) {
    Site site =
        Site.bought("", offering, pool, world.request.observation().daemonSets(), List.of());
    String domain = site.labels().get(rule.topologyKey());
    if (domain != null && !domains.contains(domain) && NodeRules.fitsAlone(site, pod)) {
      domains.add(domain);
    }
  }

  /** With fewer domains than asked for, the least filled one counts as empty. */
  boolean minimumIsZero() {
    return domains.size() < minDomains;
  }
}
