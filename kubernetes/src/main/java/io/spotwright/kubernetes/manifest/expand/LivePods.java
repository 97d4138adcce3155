package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.ClusterNode;
import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.workload.LivePod;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the Pod objects of the input: bound to a node of the input, to be placed, or left out. */
final class LivePods {
  private final Inventory inventory;
  private final Owners owners;
  private final PodSpecs specs;
  private final Map<String, List<Pod>> bound = new HashMap<>();
  private final List<Pod> pending = new ArrayList<>();
  private final Map<ObjectKey, Integer> counts = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int finished;
  private int terminating;
  private int daemons;
  private int elsewhere;

  LivePods(Inventory inventory, Owners owners, PodSpecs specs) {
    this.inventory = inventory;
    this.owners = owners;
    this.specs = specs;
    for (ClusterNode node : inventory.nodes) {
      bound.put(node.header().key().name(), new ArrayList<>());
    }
  }

  void sort(Diagnostics diagnostics) {
    inventory.pods.forEach(this::sort);
    note(diagnostics, finished, "finished pods are left out");
    note(diagnostics, terminating, "terminating pods are left out");
    note(
        diagnostics, daemons, "pods of DaemonSets or of a node itself, unbound here, are left out");
    note(diagnostics, elsewhere, "pods are bound to nodes that are not in the input; to be placed");
  }

  private void sort(LivePod live) {
    ObjectKey key = live.header().key();
    names.add(key.namespace() + "/" + key.name());
    if (live.finished()) {
      finished++;
    } else if (live.header().terminating()) {
      terminating++;
    } else {
      place(live, owners.chain(live.header()));
    }
  }

  private void place(LivePod live, List<ObjectKey> chain) {
    Workload workload = Owners.workload(live.header(), chain);
    List<Pod> onNode = live.node() == null ? null : bound.get(live.node());
    ObjectKey owner = live.header().owner();
    boolean daemon =
        workload.kind().equals("DaemonSet") || (owner != null && owner.kind().equals("Node"));
    if (onNode == null && daemon) {
      daemons++;
      return;
    }
    String name = live.header().key().name();
    Pod pod = new Pod(name, specs.of(live.template(), List.of(), name), workload);
    if (onNode == null) {
      pending.add(pod);
      elsewhere += live.node() == null ? 0 : 1;
    } else {
      onNode.add(pod);
    }
    count(chain, 1);
  }

  /** Pods that owners already have. */
  void count(List<ObjectKey> chain, int pods) {
    chain.forEach(owner -> counts.merge(owner, pods, Integer::sum));
  }

  int of(ObjectKey owner) {
    return counts.getOrDefault(owner, 0);
  }

  boolean isTaken(String namespacedName) {
    return names.contains(namespacedName);
  }

  List<Pod> pending() {
    return pending;
  }

  List<Pod> on(String node) {
    return bound.getOrDefault(node, List.of());
  }

  private static void note(Diagnostics diagnostics, int count, String what) {
    if (count > 0) {
      diagnostics.note(count + " " + what);
    }
  }
}
