package io.spotwright.packing;

import io.spotwright.packing.binding.BindingRepair;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.search.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan that keeps shares and loss budgets and gives kube-scheduler room as well: grown by nodes
 * without planned pods. The pods stay on their planned nodes, because only there the budgets hold.
 */
final class RoomyPlan {
  /** Not worth growing beyond this times the price of the planned nodes. */
  private static final double MOST_GROWTH = 3;

  private final BindingRepair repair;
  private final Engine engine;
  private BindingRepair.@Nullable Outcome best;
  private List<PlannedNode> nodes = List.of();
  private int planned;

  RoomyPlan(BindingRepair repair, Engine engine) {
    this.repair = repair;
    this.engine = engine;
  }

  /** What holds, {@code null} when nothing was found. */
  BindingRepair.@Nullable Outcome outcome() {
    return best;
  }

  /** Grows planned nodes until kube-scheduler binds every pod. */
  void grow(List<PlannedNode> from, Deadline deadline) {
    List<Option> options = engine.options(from);
    double price = options.stream().mapToDouble(Option::price).sum();
    double most = MOST_GROWTH * price;
    BindingRepair.Outcome grown = repair.grow(options, engine, most, deadline.shareOfRest(0.6));
    if (repair.holds(grown) && grown.price() < most) {
      best = repair.shrink(grown, options.size(), deadline);
      planned = options.size();
      nodes = from;
    }
  }

  /** The planned nodes, then those without planned pods. */
  List<PlannedNode> nodes() {
    List<PlannedNode> all = new ArrayList<>(nodes);
    if (best != null) {
      int number = planned;
      for (Option option : best.options().subList(planned, best.options().size())) {
        all.add(
            new PlannedNode("new-" + ++number, null, option.offering(), option.pool(), List.of()));
      }
    }
    return all;
  }

  List<String> notes() {
    int more = best == null ? 0 : best.options().size() - planned;
    String room = more == 0 ? "" : "; " + more + " nodes without planned pods give it the room";
    return List.of(
        "kube-scheduler places every pod by itself on these nodes"
            + room
            + "; shares and loss budgets hold for the planned nodes and pods, so where each pod lands"
            + " on its planned node (--binding exact, which needs no spare room)");
  }
}
