package io.spotwright.packing.problem;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Labels;
import io.spotwright.model.NodePool;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way to buy a node: an offering under a NodePool (or under none), with the labels and taints
 * the node would have, what is left for pods once its daemon sets run, and which these are.
 */
public record Option(
    Offering offering,
    @Nullable NodePool pool,
    SortedMap<String, String> labels,
    List<Taint> taints,
    Resources allocatable,
    List<DaemonSet> daemonSets) {

  /**
   * The labels a node of this offering gets. A requirement on a label that the size does not define
   * becomes a label when it names a single value, as Karpenter does.
   */
  static SortedMap<String, String> labelsOf(Offering offering, @Nullable NodePool pool) {
    SortedMap<String, String> labels = new TreeMap<>(offering.size().labels());
    labels.put(Labels.INSTANCE_TYPE, offering.size().name());
    labels.put(Labels.CAPACITY_TYPE, offering.capacityType().label());
    if (!offering.zone().isEmpty()) {
      labels.put(Labels.ZONE, offering.zone());
    }
    if (pool != null) {
      for (Requirement requirement : pool.requirements()) {
        if (!labels.containsKey(requirement.key()) && isSingleValue(requirement)) {
          labels.put(requirement.key(), requirement.values().getFirst());
        }
      }
      labels.putAll(pool.labels());
      labels.put(Labels.NODE_POOL, pool.name());
    }
    return labels;
  }

  private static boolean isSingleValue(Requirement requirement) {
    return requirement.operator() == Operator.IN && requirement.values().size() == 1;
  }

  /** Of its NodePool; pools of higher weight come first. */
  int weight() {
    return pool == null ? 0 : pool.weight();
  }

  public double price() {
    return offering.hourlyPrice();
  }
}
