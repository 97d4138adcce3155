package io.spotwright.packing.property;

import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.model.constraint.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pods with every kind of constraint. */
final class RandomWorkloads {
  private static final List<String> NAMESPACES = List.of("default", "shop", "data");
  private static final List<String> TIERS = List.of("front", "middle", "back");

  private final Dice dice;
  private final List<String> zones;

  /** How often, in percent, a workload gets each kind of rule. */
  private final int rules;

  RandomWorkloads(Dice dice, List<String> zones, int rules) {
    this.dice = dice;
    this.zones = zones;
    this.rules = rules;
  }

  List<Pod> pods(int count) {
    List<Pod> pods = new ArrayList<>();
    for (int w = 0; pods.size() < count; w++) {
      int replicas = Math.min(count - pods.size(), dice.of(1, 1, 2, 3, 4, 6, 12));
      String name = "app-" + w;
      PodSpec spec = spec(name);
      Workload workload = new Workload("Deployment", spec.namespace(), name);
      for (int i = 0; i < replicas; i++) {
        pods.add(new Pod(name + "-" + i, spec, workload));
      }
    }
    return pods;
  }

  PodSpec spec(String app) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("app", app);
    labels.put("tier", dice.of(TIERS));
    if (dice.chance(30)) {
      labels.put("version", dice.of("1", "2"));
    }
    PodSpec.Builder pod = new PodSpec.Builder(dice.of(NAMESPACES), labels, requests());
    addNodeRules(pod);
    addTopologyRules(pod, app);
    if (dice.chance(rules)) {
      pod.hostPorts(List.of(new HostPort(dice.of("0.0.0.0", "10.0.0.1"), "TCP", 8080)));
    }
    if (dice.chance(rules)) {
      Requirement zone = Requirement.in(Labels.ZONE, dice.of(zones));
      pod.volumeNodeTerms(List.of(List.of(new NodeSelectorTerm(List.of(zone)))));
    }
    return pod.priority(dice.of(0, 0, 100)).build();
  }

  private Resources requests() {
    int cpu = dice.of(50, 100, 250, 500, 900, 1500, 3500) + dice.between(0, 20);
    long memory = dice.of(64, 128, 512, 1024, 4096, 12288) * (1L << 20);
    Resources requests = Resources.of(cpu, memory, 1);
    if (dice.chance(rules)) {
      requests = requests.with(Resources.DISKS, dice.between(1, 2));
    }
    if (dice.chance(rules)) {
      requests = requests.with(Resources.EPHEMERAL_STORAGE, dice.between(1, 30) * (1L << 30));
    }
    if (dice.chance(rules / 3)) {
      requests = requests.with(RandomMarket.GPU, 1);
    }
    return requests;
  }

  private void addNodeRules(PodSpec.Builder pod) {
    if (dice.chance(rules)) {
      pod.nodeSelector(
          dice.of(
              List.of(
                  Map.of(Labels.ZONE, dice.of(zones)),
                  Map.of(Labels.CAPACITY_TYPE, dice.of("spot", "on-demand")),
                  Map.of("team", dice.of("red", "blue")),
                  Map.of(Labels.ARCH, "amd64"))));
    }
    if (dice.chance(rules)) {
      List<NodeSelectorTerm> terms = new ArrayList<>();
      for (int i = dice.between(1, 2); i > 0; i--) {
        terms.add(new NodeSelectorTerm(List.of(nodeRequirement())));
      }
      pod.requiredNodeTerms(terms);
    }
    if (dice.chance(rules)) {
      pod.preferredNodeTerms(
          List.of(new Weighted<>(10, new NodeSelectorTerm(List.of(nodeRequirement())))));
    }
    if (dice.chance(2 * rules)) {
      pod.tolerations(
          List.of(
              dice.of(
                  new Toleration("", true, "", null),
                  new Toleration("dedicated", false, "batch", null),
                  new Toleration("dedicated", true, "", RandomMarket.DEDICATED.effect()),
                  new Toleration("dedicated", false, "other", null))));
    }
  }

  private Requirement nodeRequirement() {
    return switch (dice.between(0, 5)) {
      case 0 -> new Requirement(RandomMarket.CPUS, Operator.GT, List.of(dice.of("1", "4")));
      case 1 -> new Requirement(RandomMarket.CPUS, Operator.LT, List.of(dice.of("8", "32")));
      case 2 -> new Requirement(RandomMarket.FAMILY, Operator.NOT_IN, List.of("E"));
      case 3 ->
          new Requirement("team", dice.of(Operator.DOES_NOT_EXIST, Operator.EXISTS), List.of());
      case 4 -> new Requirement(Labels.ZONE, Operator.NOT_IN, List.of(dice.of(zones)));
      default -> Requirement.in(Labels.CAPACITY_TYPE, "spot", "on-demand");
    };
  }

  private void addTopologyRules(PodSpec.Builder pod, String app) {
    if (dice.chance(2 * rules)) {
      List<TopologySpread> spreads = new ArrayList<>(List.of(spread(app)));
      if (dice.chance(25)) {
        spreads.add(spread(app));
      }
      pod.topologySpread(spreads);
    }
    if (dice.chance(rules)) {
      pod.requiredAntiAffinity(List.of(term(app)));
    }
    if (dice.chance(rules)) {
      pod.requiredAffinity(List.of(term(app)));
    }
    if (dice.chance(rules)) {
      pod.preferredAffinity(List.of(new Weighted<>(dice.between(1, 100), term(app))));
    }
    if (dice.chance(rules)) {
      pod.preferredAntiAffinity(List.of(new Weighted<>(dice.between(1, 100), term(app))));
    }
  }

  private String key() {
    return dice.of(Labels.ZONE, Labels.HOSTNAME, Labels.HOSTNAME, Labels.CAPACITY_TYPE);
  }

  private LabelSelector selector(String app) {
    return dice.chance(70)
        ? LabelSelector.of(Map.of("app", app))
        : LabelSelector.of(Map.of("tier", dice.of(TIERS)));
  }

  private TopologySpread spread(String app) {
    return new TopologySpread(
        dice.between(1, 3),
        key(),
        dice.chance(80),
        selector(app),
        dice.of(1, 1, 1, 2, 3),
        dice.chance(85),
        dice.chance(20),
        dice.chance(15) ? List.of("version") : List.of());
  }

  private PodAffinityTerm term(String app) {
    SortedSet<String> namespaces = new TreeSet<>();
    if (dice.chance(15)) {
      namespaces.add(dice.of(NAMESPACES));
    }
    @Nullable LabelSelector everywhere = dice.chance(10) ? LabelSelector.of(Map.of()) : null;
    return new PodAffinityTerm(
        key(),
        selector(app),
        namespaces,
        everywhere,
        dice.chance(10) ? List.of("version") : List.of(),
        dice.chance(5) ? List.of("tier") : List.of());
  }
}
