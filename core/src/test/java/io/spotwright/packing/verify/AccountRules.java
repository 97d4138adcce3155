package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import io.spotwright.packing.Binding;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Unplaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every pod once, only what is on offer, and sums that add up. */
final class AccountRules {
  private static final double CENT_FRACTION = 1e-6;

  private final List<String> violations = new ArrayList<>();

  List<String> check(World world) {
    checkPods(world);
    checkNodes(world);
    checkSums(world.plan);
    return violations;
  }

  private void checkPods(World world) {
    Map<String, Integer> seen = new HashMap<>();
    for (PlannedNode node : world.plan.nodes()) {
      node.pods().forEach(pod -> seen.merge(pod.key(), 1, Integer::sum));
    }
    for (Unplaced unplaced : world.plan.unplaced()) {
      seen.merge(unplaced.pod().key(), 1, Integer::sum);
      if (unplaced.reasons().isEmpty()) {
        violations.add("pod " + unplaced.pod().key() + ": left over without a reason");
      }
    }
    for (Pod pod : world.request.observation().pending()) {
      Integer times = seen.remove(pod.key());
      if (times == null || times != 1) {
        violations.add("pod " + pod.key() + ": " + (times == null ? 0 : times) + " times in plan");
      }
    }
    seen.keySet().forEach(key -> violations.add("pod " + key + ": not in the request"));
  }

  private void checkNodes(World world) {
    Set<String> names = new HashSet<>();
    Set<Offering> offered = new HashSet<>(world.request.offerings());
    world.request.observation().nodes().forEach(node -> names.add(node.name()));
    Set<String> existing = new HashSet<>(names);
    for (PlannedNode node : world.plan.nodes()) {
      // Spare room is for kube-scheduler, and is paid for only where every pod then binds.
      boolean room =
          world.request.binding() == Binding.DEFAULT
              && node.existing() == null
              && world.plan.realizedShare() == 1;
      if (node.pods().isEmpty() && !room) {
        violations.add("node " + node.name() + ": holds no pod");
      }
      if (node.existing() != null) {
        checkExisting(world, node, existing);
      } else if (node.offering() == null || !offered.contains(node.offering())) {
        violations.add("node " + node.name() + ": not on offer");
      } else if (!names.add(node.name())) {
        violations.add("node " + node.name() + ": name given twice");
      } else {
        checkPool(world, node, node.offering());
      }
    }
  }

  private void checkExisting(World world, PlannedNode node, Set<String> left) {
    boolean known = world.request.observation().nodes().contains(node.existing());
    if (!known || node.offering() != null || !left.remove(node.name())) {
      violations.add("node " + node.name() + ": no such node exists, or it is listed twice");
    }
  }

  private void checkPool(World world, PlannedNode node, Offering offering) {
    List<NodePool> pools = world.request.observation().nodePools();
    NodePool pool = node.nodePool();
    if (pool == null ? !pools.isEmpty() : !pools.contains(pool)) {
      violations.add("node " + node.name() + ": NodePool is not one of the request's");
    } else if (pool != null && !Site.allows(pool, offering)) {
      violations.add("node " + node.name() + ": NodePool " + pool.name() + " forbids " + offering);
    }
  }

  private void checkSums(Plan plan) {
    double sum = 0;
    for (PlannedNode node : plan.nodes()) {
      sum += node.offering() == null ? 0 : node.offering().hourlyPrice();
    }
    if (Math.abs(sum - plan.hourlyCost()) > CENT_FRACTION) {
      violations.add("hourly cost " + plan.hourlyCost() + " but the nodes cost " + sum);
    }
    if (!(plan.lowerBound().hourlyPrice() <= sum + CENT_FRACTION)) {
      violations.add("bound " + plan.lowerBound().hourlyPrice() + " above the price " + sum);
    }
    if (!(plan.realizedShare() >= 0 && plan.realizedShare() <= 1)) {
      violations.add("realized share " + plan.realizedShare());
    }
  }
}
