package io.spotwright.packing.verify;

import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Every node with every pod after the plan; pods of one template are counted, not listed. */
final class World {
  final PlanRequest request;
  final Plan plan;
  final List<Site> sites = new ArrayList<>();
  final List<PodSpec> specs = new ArrayList<>();
  private final Map<PodSpec, Integer> ids = new IdentityHashMap<>();
  private final List<Map<Integer, Integer>> added = new ArrayList<>();
  private final List<Map<Integer, Integer>> bound = new ArrayList<>();

  World(PlanRequest request, Plan plan) {
    this.request = request;
    this.plan = plan;
    Set<String> planned = new HashSet<>();
    for (PlannedNode node : plan.nodes()) {
      Node existing = node.existing();
      if (existing != null) {
        planned.add(existing.name());
        sites.add(Site.existing(existing, node.pods()));
      } else if (node.offering() != null) {
        sites.add(
            Site.bought(
                node.name(),
                node.offering(),
                node.nodePool(),
                request.observation().daemonSets(),
                node.pods()));
      }
    }
    for (Node node : request.observation().nodes()) {
      if (!planned.contains(node.name())) {
        sites.add(Site.existing(node, List.of()));
      }
    }
    for (Site site : sites) {
      added.add(counts(site.added()));
      bound.add(counts(site.bound()));
    }
  }

  private Map<Integer, Integer> counts(List<Pod> pods) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Pod pod : pods) {
      Integer id = ids.computeIfAbsent(pod.spec(), spec -> specs.size());
      if (id == specs.size()) {
        specs.add(pod.spec());
      }
      counts.merge(id, 1, Integer::sum);
    }
    return counts;
  }

  /** The plan's pods on a node, by template. */
  Map<Integer, Integer> added(int site) {
    return added.get(site);
  }

  /** The pods that were on a node before, by template. */
  Map<Integer, Integer> bound(int site) {
    return bound.get(site);
  }

  static int count(Map<Integer, Integer> pods, IntPredicate marked) {
    int count = 0;
    for (Map.Entry<Integer, Integer> entry : pods.entrySet()) {
      count += marked.test(entry.getKey()) ? entry.getValue() : 0;
    }
    return count;
  }
}
