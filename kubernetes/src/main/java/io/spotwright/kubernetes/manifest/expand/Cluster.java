package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.ClusterNode;
import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.policy.NodePoolReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.workload.Scale;
import io.spotwright.kubernetes.manifest.workload.Scaler;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in objects one by one and joins them to an observation of the cluster they describe. */
public final class Cluster {
  /**
   * Disks of a node whose limit is unknown (it stands in its CSINode): kube-scheduler then sets
   * none.
   */
  public static final long UNLIMITED_DISKS = 1_000_000;

  private final Inventory inventory = new Inventory();
  private final ObjectReader reader = new ObjectReader(inventory);
  private final Diagnostics diagnostics;

  public Cluster(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads one object, or a list of them. */
  public void add(Fields object) {
    reader.read(object);
  }

  /** The policy among the objects. */
  public @Nullable SpotPolicy policy() {
    return inventory.policy;
  }

  /** What the objects are together; call it once, at the end. */
  public Observation observe(Replicas replicas, int mostPods) {
    Owners owners = new Owners(inventory.headers);
    owners.reportCycles(diagnostics);
    PodSpecs specs = new PodSpecs(inventory, diagnostics);
    LivePods live = new LivePods(inventory, owners, specs);
    live.sort(diagnostics);
    List<Pod> pods = new ArrayList<>(live.pending());
    Controllers controllers =
        new Controllers(inventory, owners, specs, live, scales(), diagnostics);
    controllers.expand(replicas, pods, mostPods);
    controllers.noteUncounted();
    specs.noteMissing();
    noteRequests(pods);
    notePassedOver();
    return new Observation(
        pods,
        inventory.nodes.stream().map(node -> node(node, live)).toList(),
        controllers.daemonSets(),
        inventory.nodePools.stream().map(this::nodePool).toList(),
        inventory.budgets,
        inventory.namespaces);
  }

  /** Of an autoscaler made by KEDA the ScaledObject counts; else the first one of a workload. */
  private Map<ObjectKey, Scale> scales() {
    Map<ObjectKey, Scale> scales = new HashMap<>();
    for (Scaler scaler : inventory.scalers) {
      ObjectKey owner = scaler.header().owner();
      if (owner != null && inventory.headers.containsKey(owner)) {
        continue;
      }
      if (!inventory.headers.containsKey(scaler.target())) {
        diagnostics.note(
            scaler.header().key() + " scales " + scaler.target() + ", which is not in the input");
      } else if (scales.putIfAbsent(scaler.target(), scaler.scale()) != null) {
        diagnostics.note(
            scaler.target() + " has several autoscalers; " + scaler.header().key() + " is ignored");
      }
    }
    return scales;
  }

  private Node node(ClusterNode node, LivePods live) {
    String name = node.header().key().name();
    Resources allocatable = node.allocatable();
    if (allocatable.get(Resources.DISKS) == 0) {
      Integer limit = inventory.diskLimits.get(name);
      allocatable = allocatable.with(Resources.DISKS, limit == null ? UNLIMITED_DISKS : limit);
    }
    return new Node(
        name, node.labels(), node.taints(), allocatable, node.schedulable(), live.on(name));
  }

  private NodePool nodePool(NodePoolReader.Draft draft) {
    NodePool pool = draft.pool();
    Integer maxPods = draft.nodeClass() == null ? null : inventory.maxPods.get(draft.nodeClass());
    return new NodePool(
        pool.name(),
        pool.weight(),
        pool.labels(),
        pool.taints(),
        pool.startupTaints(),
        pool.requirements(),
        pool.limits(),
        maxPods);
  }

  private void noteRequests(List<Pod> pods) {
    long without =
        pods.stream()
            .filter(pod -> pod.spec().requests().cpu() == 0 && pod.spec().requests().memory() == 0)
            .map(Pod::workload)
            .distinct()
            .count();
    if (without > 0) {
      diagnostics.note(
          (without == 1 ? "1 workload requests" : without + " workloads request")
              + " neither CPU nor memory: planned as if needing nothing but a pod slot");
    }
  }

  private void notePassedOver() {
    if (!inventory.passedOver.isEmpty()) {
      diagnostics.note("passed over: " + list(inventory.passedOver));
    }
    if (!inventory.foreign.isEmpty()) {
      diagnostics.note(
          inventory.foreign.size()
              + " documents have no apiVersion and kind, passed over as no Kubernetes objects; the"
              + " first is "
              + inventory.foreign.getFirst());
    }
    if (!inventory.unsupported.isEmpty()) {
      diagnostics.note(
          "these run pods but are not supported, their pods are not planned: "
              + list(inventory.unsupported));
    }
  }

  private static String list(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
