package io.spotwright.packing;

import io.spotwright.packing.binding.BindingRepair;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.search.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan that keeps what kube-scheduler does not know of (shares, loss budgets, the on-demand mix)
 * and gives kube-scheduler room as well: grown by nodes without planned pods. The pods stay on
 * their planned nodes, because only there all that holds.
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

  /** Grows planned nodes until kube-scheduler binds every pod, unless that breaks a share. */
  void grow(List<PlannedNode> from, Deadline deadline) {
    List<Option> options = engine.options(from);
    double price = options.stream().mapToDouble(Option::price).sum();
    double most = MOST_GROWTH * price;
    BindingRepair.Outcome grown = repair.grow(options, engine, most, deadline.shareOfRest(0.6));
    if (repair.holds(grown) && grown.price() < most) {
      BindingRepair.Outcome kept = repair.shrink(grown, options.size(), deadline);
      if (engine.excess(kept.options()) <= engine.excess(options) + 1e-6) {
        best = kept;
        planned = options.size();
        nodes = from;
      }
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
            + "; loss budgets and the on-demand mix hold where each pod lands on its planned node"
            + " (--binding exact, which needs no spare room)");
  }
}
