package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node as it will be when the plan has been carried out.
 *
 * @param offering what was bought; {@code null} for a node that exists already
 * @param slots how many pods it may run, daemon pods included
 * @param overhead the daemon pods that will come with a bought node; an existing one has them bound
 */
record Site(
    String name,
    SortedMap<String, String> labels,
    List<Taint> taints,
    boolean cordoned,
    @Nullable Offering offering,
    @Nullable NodePool pool,
    SortedMap<String, Long> allocatable,
    List<PodSpec> overhead,
    List<Pod> bound,
    List<Pod> added) {

  static Site existing(Node node, List<Pod> added) {
    SortedMap<String, String> labels = new TreeMap<>(node.labels());
    labels.putIfAbsent(Labels.HOSTNAME, node.name());
    return new Site(
        node.name(),
        labels,
        node.taints(),
        !node.schedulable(),
        null,
        null,
        node.allocatable().asMap(),
        List.of(),
        node.pods(),
        added);
  }

  static Site bought(
      String name,
      Offering offering,
      @Nullable NodePool pool,
      List<DaemonSet> daemons,
      List<Pod> pods) {
    SortedMap<String, String> labels = labels(name, offering, pool);
    List<Taint> taints = pool == null ? List.of() : pool.taints();
    SortedMap<String, Long> allocatable = offering.size().allocatable().asMap();
    if (pool != null && pool.maxPods() != null) {
      allocatable.merge("pods", (long) pool.maxPods(), Math::min);
    }
    List<PodSpec> overhead =
        daemons.stream()
            .map(DaemonSet::spec)
            .filter(spec -> Matching.node(spec, labels, name))
            .filter(spec -> Matching.taints(spec, taints, false))
            .toList();
    return new Site(
        name, labels, taints, false, offering, pool, allocatable, overhead, List.of(), pods);
  }

  /** The labels a node gets from its size, its offering and its NodePool. */
  static SortedMap<String, String> labels(String name, Offering offering, @Nullable NodePool pool) {
    SortedMap<String, String> labels = new TreeMap<>(offering.size().labels());
    labels.put("kubernetes.io/hostname", name);
    labels.put("node.kubernetes.io/instance-type", offering.size().name());
    labels.put("karpenter.sh/capacity-type", offering.capacityType().label());
    if (!offering.zone().isEmpty()) {
      labels.put("topology.kubernetes.io/zone", offering.zone());
    }
    if (pool != null) {
      labels.putAll(pool.labels());
      labels.put("karpenter.sh/nodepool", pool.name());
    }
    return labels;
  }

  static boolean allows(NodePool pool, Offering offering) {
    SortedMap<String, String> labels = labels("", offering, pool);
    for (Requirement rule : pool.requirements()) {
      if (!Matching.requirement(rule, labels.get(rule.key()))) {
        return false;
      }
    }
    return true;
  }

  List<Pod> pods() {
    List<Pod> all = new ArrayList<>(bound);
    all.addAll(added);
    return all;
  }

  /**
   * Whether losing it is a matter of price: neither label says otherwise on a node AKS made itself.
   */
  boolean onDemand() {
    return !"spot".equals(labels.get("karpenter.sh/capacity-type"))
        && !"spot".equals(labels.get("kubernetes.azure.com/scalesetpriority"));
  }
}
