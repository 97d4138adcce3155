package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Pod;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the policy says about risk: the on-demand mix, shares, and surviving the loss of a pool. */
final class RiskRules {
  private final World world;
  private final SpotPolicy policy;
  private final List<String> remarks;
  private final List<String> violations = new ArrayList<>();

  RiskRules(World world, List<String> remarks) {
    this.world = world;
    this.policy = world.request.policy();
    this.remarks = remarks;
  }

  List<String> check() {
    checkMix();
    checkShare(policy.maxPoolShare(), offering -> offering.pool().toString());
    checkShare(policy.maxFamilyZoneShare(), o -> o.size().family() + " " + o.zone());
    if (policy.surviveLossOfCapacityPool()) {
      workloadsAndBudgets().forEach(this::checkSurvival);
    }
    return violations;
  }

  /** Replicas that must be on-demand may be left over, but not be on spot. */
  private void checkMix() {
    // A policy that asks for on-demand while none is on offer contradicts itself.
    boolean sold =
        world.request.offerings().stream()
            .anyMatch(o -> o.capacityType() == CapacityType.ON_DEMAND);
    Map<Workload, Integer> replicas = new TreeMap<>();
    Map<Workload, Integer> spot = new TreeMap<>();
    for (Pod pod : world.request.observation().pending()) {
      replicas.merge(pod.workload(), 1, Integer::sum);
    }
    for (Site site : world.sites) {
      for (Pod pod : site.added()) {
        spot.merge(pod.workload(), site.onDemand() ? 0 : 1, Integer::sum);
      }
    }
    spot.forEach((workload, count) -> {
      int all = replicas.getOrDefault(workload, 0);
      int above = Math.max(0, all - policy.onDemandBase());
      double share = policy.onDemandPercentageAboveBase() / 100.0;
      int onDemand = all - above + (int) Math.ceil(share * above - 1e-9);
      if (count > all - onDemand) {
        report(workload + ": " + count + " of " + all + " on spot, not " + (all - onDemand), !sold);
      }
    });
  }

  private void checkShare(@Nullable Double most, Function<Offering, String> part) {
    if (most == null) {
      return;
    }
    Map<String, Integer> vcpus = new TreeMap<>();
    int all = 0;
    for (Site site : world.sites) {
      if (site.offering() != null) {
        vcpus.merge(part.apply(site.offering()), site.offering().size().vcpus(), Integer::sum);
        all += site.offering().size().vcpus();
      }
    }
    for (Map.Entry<String, Integer> entry : vcpus.entrySet()) {
      if (entry.getValue() > most * all + 1e-6) {
        report(
            entry.getKey() + ": " + entry.getValue() + " of " + all + " vCPU, over " + most,
            isSaid("over the cap"));
      }
    }
  }

  /** Pods to be kept together with how many of so many must stay. */
  private record Promise(String name, Set<Pod> pods, Function<Integer, Integer> mustStay) {}

  private List<Promise> workloadsAndBudgets() {
    Map<Workload, Set<Pod>> workloads = new LinkedHashMap<>();
    for (Site site : world.sites) {
      for (Pod pod : site.pods()) {
        workloads.computeIfAbsent(pod.workload(), workload -> identitySet()).add(pod);
      }
    }
    List<Promise> promises = new ArrayList<>();
    Set<Pod> covered = identitySet();
    for (DisruptionBudget budget : world.request.observation().disruptionBudgets()) {
      Set<Pod> pods = identitySet();
      workloads
          .values()
          .forEach(all -> all.stream().filter(p -> covers(budget, p)).forEach(pods::add));
      covered.addAll(pods);
      promises.add(new Promise(title(budget), pods, n -> mustStay(budget, n)));
    }
    workloads.forEach((workload, pods) -> {
      if (pods.stream().noneMatch(covered::contains)) {
        promises.add(new Promise(workload.toString(), pods, n -> (n + 1) / 2));
      }
    });
    return promises;
  }

  private static Set<Pod> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean covers(DisruptionBudget budget, Pod pod) {
    return budget.namespace().equals(pod.namespace())
        && Matching.selector(budget.selector(), pod.spec().labels());
  }

  private static String title(DisruptionBudget budget) {
    return "budget " + budget.namespace() + "/" + budget.name();
  }

  private static int mustStay(DisruptionBudget budget, int replicas) {
    String kept = budget.minAvailable();
    String lost = budget.maxUnavailable();
    if (kept != null) {
      return Math.min(replicas, roundedUp(kept, replicas));
    }
    return lost == null ? replicas : Math.max(0, replicas - roundedUp(lost, replicas));
  }

  private static int roundedUp(String amount, int replicas) {
    return amount.endsWith("%")
        ? (int) Math.ceil(Double.parseDouble(amount.replace("%", "")) * replicas / 100 - 1e-9)
        : Integer.parseInt(amount);
  }

  private void checkSurvival(Promise promise) {
    Map<String, int[]> lost = new TreeMap<>();
    for (Site site : world.sites) {
      if (!site.onDemand()) {
        int[] counts = lost.computeIfAbsent(pool(site), pool -> new int[2]);
        counts[0] += count(site.pods(), promise);
        counts[1] += count(site.added(), promise);
      }
    }
    int replicas = promise.pods.size();
    int mustStay = promise.mustStay.apply(replicas);
    lost.forEach((pool, counts) -> {
      int stay = replicas - counts[0];
      // What was there before the plan is not its doing.
      if (stay < mustStay && counts[1] > 0) {
        report(
            promise.name
                + ": losing "
                + pool
                + " leaves "
                + stay
                + " of "
                + replicas
                + ", "
                + mustStay
                + " must stay",
            replicas == 1 || isSaid(promise.name));
      }
    });
  }

  private static int count(List<Pod> pods, Promise promise) {
    return (int) pods.stream().filter(promise.pods::contains).count();
  }

  /** A promise that no plan can keep may be broken, if the plan says so. */
  private boolean isSaid(String words) {
    return world.plan.notes().stream().anyMatch(note -> note.contains(words));
  }

  private void report(String text, boolean excused) {
    (excused ? remarks : violations).add(text);
  }

  private static String pool(Site site) {
    return site.labels().get("node.kubernetes.io/instance-type")
        + " "
        + site.labels().get("topology.kubernetes.io/zone");
  }
}
