package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.packing.spread.Spreading.Purchased;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is lost together, counted from pods and offerings without any of the planner's tables. */
final class Concentration {
  private Concentration() {}

  static double largestPoolShare(Spreading plan) {
    return largestShare(plan, offering -> offering.pool().toString());
  }

  static double largestFamilyZoneShare(Spreading plan) {
    return largestShare(plan, offering -> offering.size().family() + "@" + offering.zone());
  }

  private static double largestShare(Spreading plan, Function<Offering, String> part) {
    Map<String, Integer> vcpus = new HashMap<>();
    int all = 0;
    for (Purchased node : plan.nodes()) {
      if (node.offering() != null) {
        int own = node.offering().size().vcpus();
        vcpus.merge(part.apply(node.offering()), own, Integer::sum);
        all += own;
      }
    }
    return vcpus.values().stream().mapToInt(Integer::intValue).max().orElse(0)
        / (double) Math.max(1, all);
  }

  /** Budgets and workloads that losing one spot pool would break, workloads of one pod left out. */
  static List<String> broken(Observation observation, Spreading plan) {
    Map<String, List<Pod>> byPool = new HashMap<>();
    List<Pod> all = new ArrayList<>();
    for (int n = 0; n < observation.nodes().size(); n++) {
      Node node = observation.nodes().get(n);
      all.addAll(node.pods());
      byPool.computeIfAbsent(pool(node), key -> new ArrayList<>()).addAll(node.pods());
    }
    for (Purchased bought : plan.nodes()) {
      all.addAll(bought.pods());
      Offering offering = bought.offering();
      String pool =
          offering == null
              ? pool(observation.nodes().get(bought.existing()))
              : offering.size().name() + "@" + offering.zone();
      if (offering == null || offering.capacityType() == CapacityType.SPOT) {
        byPool.computeIfAbsent(pool, key -> new ArrayList<>()).addAll(bought.pods());
      }
    }
    List<String> broken = new ArrayList<>();
    for (DisruptionBudget budget : observation.disruptionBudgets()) {
      check(budget.name(), all, byPool, pod -> selects(budget, pod), budget::mustStay, broken);
    }
    all.stream()
        .filter(pod -> observation.disruptionBudgets().stream().noneMatch(b -> selects(b, pod)))
        .map(Pod::workload)
        .distinct()
        .forEach(workload ->
            check(
                workload.name(),
                all,
                byPool,
                pod -> pod.workload().equals(workload),
                replicas -> replicas - replicas / 2,
                broken));
    return broken;
  }

  private static String pool(Node node) {
    return node.labels().get(Labels.INSTANCE_TYPE) + "@" + node.labels().get(Labels.ZONE);
  }

  private static boolean selects(DisruptionBudget budget, Pod pod) {
    return budget.selector() != null && budget.selector().matches(pod.spec().labels());
  }

  private static void check(
      String name,
      List<Pod> all,
      Map<String, List<Pod>> byPool,
      Predicate<Pod> counted,
      Function<Integer, Integer> mustStay,
      List<String> broken) {
    int replicas = (int) all.stream().filter(counted).count();
    byPool.forEach((pool, pods) -> {
      int lost = (int) pods.stream().filter(counted).count();
      if (lost > 0 && replicas > 1 && replicas - lost < mustStay.apply(replicas)) {
        broken.add(name + " loses " + lost + " of " + replicas + " with " + pool);
      }
    });
  }
}
