package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives the nodes of a plan without limits concrete offerings, those that break limits least, and
 * moves pods that may not be lost together to nodes of their own.
 */
final class Start {
  private final Problem problem;
  private final Ledger ledger;
  private final Purchase purchase;
  private final SplittableRandom random;
  private final List<Bin> bins = new ArrayList<>();

  Start(Problem problem, Ledger ledger, Purchase purchase, SplittableRandom random) {
    this.problem = problem;
    this.ledger = ledger;
    this.purchase = purchase;
    this.random = random;
  }

  /** The bins, bought ones with shapes of this problem; all are in the ledger. */
  List<Bin> bins() {
    return bins;
  }

  /**
   * @param base the problem whose shapes the plan has
   * @param planned its vCPU
   */
  void take(Problem base, List<Bin> plan, long planned) {
    List<Bin> byPrice = new ArrayList<>(plan);
    byPrice.sort(
        Comparator.comparing(Bin::isExisting)
            .reversed()
            .thenComparing(b -> b.isExisting() ? 0 : -base.shape(b.shape()).price()));
    for (Bin bin : byPrice) {
      enter(bin.isExisting() ? bin : assigned(bin, base, planned));
    }
    purchase.waiting().clear();
    trim(false);
    trim(true);
    purchase.buyAll(planned, bins);
  }

  private void enter(Bin bin) {
    ledger.add(bin);
    bins.add(bin);
  }

  /** The bin in the cheapest shape that holds it, penalties counted. */
  private Bin assigned(Bin bin, Problem base, long planned) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int s = 0; s < problem.shapes().size(); s++) {
      Shape shape = problem.shape(s);
      if (shape.price() < least && mayBe(s, bin, base) && ledger.allows(s)) {
        // The hair of chance spreads nodes over offerings of one price.
        double cost =
            shape.price() * (1 + 1e-6 * random.nextDouble()) + ledger.penaltyAs(s, bin, planned);
        if (cost < least) {
          least = cost;
          best = s;
        }
      }
    }
    if (best < 0) {
      throw new IllegalStateException("no offering holds a node that was planned");
    }
    return new Bin(best, bin.groups(), bin.counts(), bin.used(), bin.value());
  }

  /** Where buying is limited, only what counts the same: one that counts more could be too much. */
  private boolean mayBe(int shape, Bin bin, Problem base) {
    return problem.limits().none()
        ? purchase.holds(shape, bin)
        : base.shape(bin.shape()).options().contains(problem.shape(shape).options().getFirst());
  }

  private void trim(boolean existing) {
    for (int b = bins.size() - 1; b >= 0 && ledger.losses().overflow() > 0; b--) {
      Bin bin = bins.get(b);
      if (bin.isExisting() == existing) {
        Bin rest = trimmed(bin);
        if (rest == null) {
          bins.remove(b);
        } else {
          bins.set(b, rest);
        }
      }
    }
  }

  /** What stays on the node when pods over their limit wait for another; null when nothing does. */
  private @Nullable Bin trimmed(Bin bin) {
    Bin rest = bin;
    for (int e = 0; e < bin.groups().length && rest != null; e++) {
      int group = bin.groups()[e];
      int over = Math.min(ledger.losses().overflow(bin, group), bin.counts()[e]);
      for (int i = 0; i < over && rest != null; i++) {
        Bin less = without(rest, group);
        ledger.remove(rest);
        if (less != null && less.groups().length > 0) {
          ledger.add(less);
        } else if (less == null) {
          wait(rest);
        }
        rest = less == null || less.groups().length == 0 ? null : less;
      }
    }
    return rest;
  }

  /** All pods of the bin wait: one that others need cannot leave alone. */
  private void wait(Bin bin) {
    for (int e = 0; e < bin.groups().length; e++) {
      purchase.waiting().add(bin.groups()[e], bin.counts()[e]);
    }
  }

  /** The bin with one pod of the group waiting instead; null when others need that pod. */
  private @Nullable Bin without(Bin bin, int group) {
    NodeRules.Tally tally = problem.rules().tally();
    if (bin.isExisting()) {
      tally.copyFrom(problem.existing().get(bin.existing()).tally());
    }
    for (int e = 0; e < bin.groups().length; e++) {
      tally.add(bin.groups()[e], bin.counts()[e]);
    }
    if (!tally.mayLeave(group)) {
      return null;
    }
    purchase.waiting().add(group, 1);
    int[] groups = bin.groups();
    int[] counts = bin.counts().clone();
    double[] used = bin.used().clone();
    int kept = 0;
    int[] keptGroups = new int[groups.length];
    for (int e = 0; e < groups.length; e++) {
      counts[kept] = bin.counts()[e] - (groups[e] == group ? 1 : 0);
      keptGroups[kept] = groups[e];
      kept += counts[kept] > 0 ? 1 : 0;
    }
    double[] request = problem.group(group).request();
    for (int d = 0; d < used.length; d++) {
      used[d] -= request[d];
    }
    return new Bin(
        bin.shape(),
        Arrays.copyOf(keptGroups, kept),
        Arrays.copyOf(counts, kept),
        used,
        bin.value() - purchase.value(group));
  }
}
