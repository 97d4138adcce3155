package io.spotwright.scheduling;

import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Taint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small clusters in which every kind of rule comes up, odd corners more often than in life. */
final class RandomCluster {
  static final Map<String, SortedMap<String, String>> NAMESPACES =
      Map.of(
          "north", new TreeMap<>(Map.of("team", "x")),
          "south", new TreeMap<>(Map.of("team", "y")));

  private static final String GPU = "nvidia.com/gpu";

  private final long seed;
  private final Random random;
  private final RandomRules rules;

  RandomCluster(long seed) {
    this.seed = seed;
    random = new Random(seed);
    rules = new RandomRules(random);
  }

  long seed() {
    return seed;
  }

  List<SchedulingNode> nodes() {
    List<SchedulingNode> nodes = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    for (int n = 0; n < count; n++) {
      nodes.add(node("node-" + n));
    }
    return nodes;
  }

  private SchedulingNode node(String name) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.HOSTNAME, name);
    labels.put("disk", oneOf("ssd", "hdd"));
    labels.put("size", oneOf("2", "8", "x"));
    if (chance(85)) {
      labels.put(Labels.ZONE, oneOf("a", "b", "c"));
    }
    if (chance(3)) {
      labels.remove(Labels.HOSTNAME);
    }
    Resources allocatable =
        Resources.of(random.nextInt(5) * 1000L, random.nextInt(6) * (1L << 29), random.nextInt(9));
    allocatable = chance(40) ? allocatable.with(GPU, 2) : allocatable;
    allocatable = chance(60) ? allocatable.with(Resources.DISKS, 2) : allocatable;
    List<Taint> taints = new ArrayList<>();
    for (Taint.Effect effect : Taint.Effect.values()) {
      if (chance(15)) {
        taints.add(new Taint(oneOf("spot", "gpu"), oneOf("", "yes"), effect));
      }
    }
    return new SchedulingNode(name, labels, taints, chance(6), allocatable, List.of());
  }

  /** Pods of some workloads, mixed. */
  List<Pod> pods() {
    List<Pod> pods = new ArrayList<>();
    int workloads = 1 + random.nextInt(5);
    for (int w = 0; w < workloads; w++) {
      PodSpec spec = spec();
      String kind = oneOf("Deployment", "StatefulSet", "Job", "Pod");
      int replicas = 1 + random.nextInt(5);
      for (int i = 0; i < replicas; i++) {
        // Two specifications in one workload, as in a rollout, now and then.
        PodSpec own = chance(5) ? spec() : spec;
        Workload workload =
            new Workload(kind, "north", kind.equals("Pod") ? "w" + w + "-" + i : "w" + w);
        pods.add(new Pod("w" + w + "-" + i, own, workload));
      }
    }
    Collections.shuffle(pods, random);
    return pods;
  }

  private PodSpec spec() {
    SortedMap<String, String> labels = new TreeMap<>(Map.of("app", oneOf("a", "b")));
    if (chance(50)) {
      labels.put("version", oneOf("1", "2"));
    }
    Resources requests =
        Resources.of(random.nextInt(4) * 300L, random.nextInt(4) * (1L << 27), chance(50) ? 1 : 0);
    requests = chance(12) ? requests.with(GPU, 1) : requests;
    requests = chance(12) ? requests.with(Resources.DISKS, 1) : requests;
    PodSpec.Builder builder = new PodSpec.Builder(oneOf("north", "south"), labels, requests);
    placement(builder);
    rules.betweenPods(builder);
    return builder.build();
  }

  private void placement(PodSpec.Builder builder) {
    if (chance(12)) {
      builder.nodeSelector(Map.of("disk", "ssd"));
    }
    if (chance(15)) {
      builder.requiredNodeTerms(List.of(rules.nodeTerm(), rules.nodeTerm()));
    }
    if (chance(15)) {
      builder.preferredNodeTerms(List.of(rules.weighted(rules.nodeTerm())));
    }
    if (chance(30)) {
      builder.tolerations(List.of(rules.toleration()));
    }
    if (chance(10)) {
      builder.volumeNodeTerms(List.of(List.of(rules.term(Labels.ZONE, Operator.IN, "a", "b"))));
    }
    if (chance(15)) {
      builder.hostPorts(List.of(new HostPort(oneOf("0.0.0.0", "10.0.0.1"), "TCP", 80)));
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }
}
