package io.spotwright.packing.property;

import io.spotwright.model.DaemonSet;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is there already, and what the policy wants. */
final class RandomCluster {
  private final Dice dice;

  RandomCluster(Dice dice) {
    this.dice = dice;
  }

  List<Node> nodes(int count, List<String> zones, List<Pod> pending, RandomWorkloads workloads) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "old-" + i;
      int vcpus = dice.of(2, 4, 8);
      SortedMap<String, String> labels = new TreeMap<>();
      labels.put(Labels.HOSTNAME, name);
      labels.put(Labels.ZONE, dice.of(zones));
      labels.put(Labels.INSTANCE_TYPE, "Standard_D" + vcpus + "_old");
      labels.put(Labels.ARCH, "amd64");
      labels.put(Labels.OS, "linux");
      labels.put(Labels.CAPACITY_TYPE, dice.of("spot", "on-demand"));
      labels.put(RandomMarket.CPUS, Integer.toString(vcpus));
      labels.put(RandomMarket.FAMILY, "D");
      if (dice.chance(25)) {
        labels.put("team", dice.of("red", "blue"));
      }
      if (dice.chance(25)) {
        labels.put(Labels.NODE_POOL, "pool-0");
      }
      List<Taint> taints = dice.chance(20) ? List.of(RandomMarket.DEDICATED) : List.of();
      Resources allocatable =
          Resources.of(vcpus * 1000L - 100, vcpus * 4 * RandomMarket.GIB, dice.of(5, 30))
              .with(Resources.DISKS, 4)
              .with(Resources.EPHEMERAL_STORAGE, 60 * RandomMarket.GIB);
      nodes.add(
          new Node(
              name,
              labels,
              taints,
              allocatable,
              !dice.chance(10),
              bound(name, allocatable, pending, workloads)));
    }
    return nodes;
  }

  /** Some pods are siblings of pending ones, so that rules reach across. */
  private List<Pod> bound(
      String node, Resources room, List<Pod> pending, RandomWorkloads workloads) {
    List<Pod> bound = new ArrayList<>();
    for (int i = dice.between(0, 5); i > 0; i--) {
      String name = node + "-pod-" + i;
      boolean sibling = dice.chance(40) && !pending.isEmpty();
      Pod like = sibling ? dice.of(pending) : null;
      PodSpec spec = like == null ? workloads.spec("old") : like.spec();
      Workload owner =
          like == null ? new Workload("Deployment", spec.namespace(), name) : like.workload();
      if (spec.requests().fitsIn(room)) {
        room = room.minus(spec.requests());
        bound.add(new Pod(name, spec, owner));
      }
    }
    return bound;
  }

  List<DaemonSet> daemonSets(int count) {
    List<DaemonSet> daemons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "agent-" + i;
      PodSpec.Builder pod =
          new PodSpec.Builder(
              "kube-system",
              Map.of("agent", name),
              Resources.of(dice.between(10, 200), dice.between(16, 300) * (1L << 20), 1));
      if (dice.chance(60)) {
        pod.tolerations(List.of(new Toleration("", true, "", null)));
      }
      if (dice.chance(30)) {
        pod.nodeSelector(Map.of(Labels.CAPACITY_TYPE, dice.of("spot", "on-demand")));
      }
      if (dice.chance(20)) {
        pod.hostPorts(List.of(new HostPort("0.0.0.0", "TCP", dice.of(8080, 9100))));
      }
      daemons.add(new DaemonSet(new Workload("DaemonSet", "kube-system", name), pod.build()));
    }
    return daemons;
  }

  List<DisruptionBudget> budgets(List<Pod> pending) {
    List<DisruptionBudget> budgets = new ArrayList<>();
    for (Workload workload : pending.stream().map(Pod::workload).distinct().toList()) {
      if (dice.chance(30)) {
        String amount = dice.of("0", "1", "2", "25%", "50%", "80%");
        boolean min = dice.chance(50);
        budgets.add(
            new DisruptionBudget(
                workload.namespace(),
                workload.name() + "-budget",
                LabelSelector.of(Map.of("app", workload.name())),
                min ? amount : null,
                min ? null : amount));
      }
    }
    return budgets;
  }

  SpotPolicy policy() {
    if (dice.chance(40)) {
      return SpotPolicy.UNSET;
    }
    return new SpotPolicy(
        "random",
        null,
        List.of(),
        Set.of(),
        List.of(),
        dice.of(0, 0, 1, 2),
        dice.of(0, 0, 20, 50, 100),
        dice.chance(20) ? dice.of(0.34, 0.5) : null,
        dice.chance(15) ? dice.of(0.4, 0.6) : null,
        dice.chance(30),
        null,
        null,
        dice.chance(15)
            ? Resources.of(Map.of(Resources.CPU, dice.between(8, 128) * 1000L))
            : Resources.NONE);
  }
}
