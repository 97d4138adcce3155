package io.spotwright.packing.binding;

import io.spotwright.model.DaemonSet;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.problem.Option;
import io.spotwright.scheduling.SchedulingNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Nodes as kube-scheduler sees them; daemon pods are on a new node before anything else. */
final class NodeViews {
  private final Map<DaemonSet, Pod> daemonPods = new IdentityHashMap<>();

  NodeViews(List<DaemonSet> daemonSets) {
    for (DaemonSet daemon : daemonSets) {
      daemonPods.put(
          daemon, new Pod("daemon-" + daemon.workload().name(), daemon.spec(), daemon.workload()));
    }
  }

  /** Every pod that a node may hold before the planned ones come. */
  List<Pod> bound(List<Node> existing) {
    List<Pod> bound = new ArrayList<>(daemonPods.values());
    existing.forEach(node -> bound.addAll(node.pods()));
    return bound;
  }

  SchedulingNode existing(Node node) {
    SortedMap<String, String> labels = new TreeMap<>(node.labels());
    labels.putIfAbsent(Labels.HOSTNAME, node.name());
    return new SchedulingNode(
        node.name(), labels, node.taints(), !node.schedulable(), node.allocatable(), node.pods());
  }

  SchedulingNode bought(String name, Option option) {
    SortedMap<String, String> labels = new TreeMap<>(option.labels());
    labels.put(Labels.HOSTNAME, name);
    Resources allocatable = option.allocatable();
    List<Pod> bound = new ArrayList<>();
    for (DaemonSet daemon : option.daemonSets()) {
      allocatable = allocatable.plus(daemon.spec().requests());
      bound.add(daemonPods.get(daemon));
    }
    return new SchedulingNode(name, labels, option.taints(), false, allocatable, bound);
  }
}
