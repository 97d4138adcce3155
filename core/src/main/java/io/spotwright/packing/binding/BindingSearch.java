package io.spotwright.packing.binding;

import io.spotwright.packing.problem.Option;
import io.spotwright.packing.search.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cheapest nodes on which kube-scheduler, left alone, binds every pod. Starts are
 * plans packed with different headroom, the tight one among them; the most promising are grown
 * until all pods bind, shrunk, and improved by exchanging nodes.
 */
public final class BindingSearch {
  /** From tight to roomy; which is best depends on how large the largest pods are. */
  private static final List<Headroom> HEADROOMS =
      List.of(
          new Headroom(0.02, 0.5, 22),
          new Headroom(0, 0.5, 0),
          new Headroom(0, 3, 0),
          new Headroom(0, 0.5, 22),
          new Headroom(0.02, 0.5, 0),
          new Headroom(0.05, 0, 22),
          new Headroom(0.02, 0, 50),
          new Headroom(0.05, 0.5, 0));

  private static final int GROWN = 3;

  private final BindingRepair repair;
  private final Purchases purchases;

  private record Start(List<Option> options, double score) {}

  public BindingSearch(BindingRepair repair, Purchases purchases) {
    this.repair = repair;
    this.purchases = purchases;
  }

  /** The cheapest plan found that holds, {@code null} when there is none by the deadline. */
  public BindingRepair.@Nullable Outcome search(List<Option> tight, Deadline deadline) {
    List<Start> starts = starts(tight, deadline.shareOfRest(0.35));
    BindingRepair.Outcome best = null;
    Deadline growing = deadline.shareOfRest(0.6);
    for (Start start : starts.subList(0, Math.min(GROWN, starts.size()))) {
      if (best != null && growing.isOverNow()) {
        break;
      }
      double most = best == null ? Double.POSITIVE_INFINITY : best.price();
      BindingRepair.Outcome grown = repair.grow(start.options, purchases, most, deadline);
      if (repair.holds(grown) && grown.price() < most) {
        best = repair.shrink(grown, 1, deadline.shareOfRest(0.3));
      }
    }
    return best == null ? null : repair.exchange(best, purchases, deadline);
  }

  private List<Start> starts(List<Option> tight, Deadline deadline) {
    List<Start> starts = new ArrayList<>();
    starts.add(new Start(tight, repair.score(tight)));
    for (Headroom headroom : HEADROOMS) {
      if (deadline.isOverNow()) {
        break;
      }
      List<Option> options = purchases.planWith(headroom);
      starts.add(new Start(options, repair.score(options)));
    }
    starts.sort(Comparator.comparingDouble(Start::score));
    return starts;
  }
}
