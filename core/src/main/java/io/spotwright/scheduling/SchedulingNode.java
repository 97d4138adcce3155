package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Taint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node as kube-scheduler sees it. {@code labels} include hostname, zone and instance type; {@code
 * bound} are the pods already on it (daemon pods count through their requests).
 */
public record SchedulingNode(
    String name,
    SortedMap<String, String> labels,
    List<Taint> taints,
    boolean unschedulable,
    Resources allocatable,
    List<Pod> bound) {

  public SchedulingNode {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
    bound = List.copyOf(bound);
  }
}
