package io.spotwright.model;

import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Karpenter NodePool, as far as buying nodes depends on it.
 *
 * @param weight 0 to 100; pools of higher weight are used first
 * @param labels of the node template
 * @param limits amounts never exceeded by the sum of the pool's node capacities; {@code nodes}
 *     counts nodes; a name that is absent is unlimited
 * @param maxPods from the AKSNodeClass, {@code null} when it names none
 */
public record NodePool(
    String name,
    int weight,
    SortedMap<String, String> labels,
    List<Taint> taints,
    List<Taint> startupTaints,
    List<Requirement> requirements,
    Resources limits,
    @Nullable Integer maxPods) {

  public NodePool {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
    startupTaints = List.copyOf(startupTaints);
    requirements = List.copyOf(requirements);
  }
}
