package io.spotwright.packing.spread;

import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Workloads put together for a test. */
final class Fleet {
  private final List<Pod> pending = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<DisruptionBudget> budgets = new ArrayList<>();

  static List<Pod> replicas(String app, int from, int count, long milliCpu, int mib) {
    Resources request = Resources.of(milliCpu, mib * (1L << 20), 1);
    PodSpec spec =
        PodSpec.plain("default", Map.of("app", app, "tier", app.substring(0, 1)), request);
    List<Pod> pods = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      pods.add(new Pod(app + "-" + i, spec, new Workload("Deployment", "default", app)));
    }
    return pods;
  }

  Fleet deployment(String app, int replicas, long milliCpu, int mib) {
    pending.addAll(replicas(app, 0, replicas, milliCpu, mib));
    return this;
  }

  Fleet budget(String label, String value, String minAvailable) {
    budgets.add(
        new DisruptionBudget(
            "default", value, LabelSelector.of(Map.of(label, value)), minAvailable, null));
    return this;
  }

  Fleet spotNode(String name, String vmSize, String zone, List<Pod> bound) {
    Map<String, String> labels =
        Map.of(
            Labels.HOSTNAME, name,
            Labels.INSTANCE_TYPE, vmSize,
            Labels.ZONE, zone,
            Labels.CAPACITY_TYPE, "spot");
    Resources room = Resources.of(4000, 16 * SmallMarket.GIB, 110);
    nodes.add(new Node(name, new TreeMap<>(labels), List.of(), room, true, bound));
    return this;
  }

  /** Workloads of 1 to 12 replicas, some with a budget. */
  static Fleet random(long seed, int workloads) {
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet = new Fleet();
    for (int w = 0; w < workloads; w++) {
      String app = (char) ('a' + w % 26) + "-" + w;
      fleet.deployment(
          app, random.nextInt(1, 13), random.nextInt(1, 16) * 100L, random.nextInt(1, 12) * 256);
      if (random.nextInt(3) == 0) {
        fleet.budget("app", app, random.nextBoolean() ? "50%" : "1");
      }
    }
    return fleet;
  }

  Observation observe() {
    return new Observation(pending, nodes, List.of(), List.of(), budgets, Map.of());
  }
}
