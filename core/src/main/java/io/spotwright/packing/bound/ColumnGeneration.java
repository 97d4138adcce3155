package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A lower bound on the price of every plan, better than the aggregate one: the least price at which
 * fills of single nodes, in fractional numbers, hold all pods. Whole pods that leave room unused on
 * every node, and rules among the pods of a node, are what it sees.
 *
 * <p>The proof does not rest on the linear program being solved. For any worth per pod w ≥ 0 let
 * V(s) be an upper bound on what a node of shape s can hold at most; every plan pays at least Σ
 * w·pods − Σ over existing nodes of V(n) when V(s) ≤ price(s) for all shapes, which dividing w by
 * the largest V(s) / price(s) brings about (Farley 1990). The linear program, its duals mixed with
 * the best worths so far, only proposes w.
 *
 * <p>Holds for all plans that place exactly the pods that {@link DomainFree#counts} counts, also
 * those which tie pods to other zones. Not safe for use by several threads at once.
 */
public final class ColumnGeneration {
  /**
   * A way to fill one node, as the bound's linear program uses it.
   *
   * @param shape index in the problem
   * @param groups ids, each once
   * @param counts pods per entry of {@code groups}
   * @param level how many such nodes the linear program buys, a fraction
   */
  public record Pattern(int shape, int[] groups, int[] counts, double level) {}

  /** Rounding errors stay far below. */
  private static final double SAFETY = 1e-9;

  /** The bound counts as converged this near to the linear program's value. */
  private static final double CLOSE = 3e-5;

  /** Beyond, a step of the linear program takes longer than it is worth. */
  private static final int MOST_ITEMS = 1200;

  /** How much of the gap a single pricing may leave open. */
  private static final double GAP_SHARE = 0.05;

  private static final int PIVOTS_PER_STEP = 2000;
  private static final long FIRST_BUDGET = 500;
  private static final long LAST_BUDGET = 4_000_000;

  private final DomainFree demand;
  private final Relaxation relaxation;
  private final double[] worth;
  private double bound;
  private final Master master;
  private final Pricing pricing;
  private double trust = 0.7;
  private long budget = FIRST_BUDGET;
  private boolean converged;

  /**
   * @param prices of the problem in {@code demand}
   * @param threads how many to use; the result does not depend on it
   */
  public ColumnGeneration(DomainFree demand, ResourcePrices prices, int threads) {
    this.demand = demand;
    relaxation = new Relaxation(demand.problem(), demand.counts());
    worth = new double[relaxation.items()];
    if (relaxation.items() == 0 || relaxation.containers().isEmpty()) {
      converged = true;
    }
    master = new Master(relaxation);
    pricing = new Pricing(relaxation, threads);
    start(prices);
  }

  private void start(ResourcePrices prices) {
    double[] first = new double[worth.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = Double.POSITIVE_INFINITY;
      for (int g : relaxation.groups(i)) {
        first[i] = Math.min(first[i], Math.max(0, prices.values()[g]));
      }
    }
    if (!converged) {
      pricing.solve(first, 0, 0, () -> false);
      judge(first);
      double[] second = new RowPrices(relaxation).values();
      pricing.solve(second, 0, 0, () -> false);
      judge(second);
      converged = relaxation.items() > MOST_ITEMS;
    }
  }

  /** Steps until converged or told to stop. */
  public void run(BooleanSupplier stop) {
    while (!stop.getAsBoolean() && step(stop)) {}
  }

  /** One round of pricing; false when more rounds would not raise the bound. */
  public boolean step(BooleanSupplier stop) {
    if (converged) {
      return false;
    }
    double[] proposal = proposal();
    double gap = master.price() / Math.max(bound, 1e-9) - 1;
    double slack = Math.clamp(gap * GAP_SHARE, 1e-6, 1e-2);
    pricing.solve(proposal, slack, budget, stop);
    boolean better = judge(proposal);
    int added = master.add(pricing);
    if (added > 0) {
      trust = Math.min(0.8, Math.max(trust, 0.3) * 1.02);
      master.solve(PIVOTS_PER_STEP);
    } else if (!better) {
      relax();
    }
    converged |= master.price() <= bound * (1 + CLOSE);
    return !converged;
  }

  /** Neither a column nor a better bound: trust the linear program more, and search deeper. */
  private void relax() {
    trust *= 0.5;
    boolean cut = pricing.cuts() > 0;
    if (cut) {
      budget = Math.min(LAST_BUDGET, budget * 2);
    }
    if (trust < 1e-3) {
      trust = 0;
      converged = !cut || budget >= LAST_BUDGET;
    }
  }

  private double[] proposal() {
    double[] duals = master.duals();
    double[] proposal = new double[worth.length];
    for (int i = 0; i < proposal.length; i++) {
      proposal[i] = Math.max(0, trust * worth[i] + (1 - trust) * duals[i]);
    }
    return proposal;
  }

  /** Takes the proposal when, made valid, it gives a better bound. */
  private boolean judge(double[] proposal) {
    double most = 1e-9;
    double total = 0;
    List<Container> containers = relaxation.containers();
    for (int c = 0; c < containers.size(); c++) {
      Container container = containers.get(c);
      if (container.isExisting()) {
        total -= container.available() * pricing.upper(c);
      } else {
        most = Math.max(most, pricing.upper(c) / container.price());
      }
    }
    for (int i = 0; i < proposal.length; i++) {
      total += proposal[i] * relaxation.demand()[i];
    }
    double proven = total / most * (1 - SAFETY);
    if (proven <= bound) {
      return false;
    }
    bound = proven;
    for (int i = 0; i < proposal.length; i++) {
      worth[i] = proposal[i] / most * (1 - SAFETY);
    }
    return true;
  }

  /** No plan costs less per hour. Never falls, and is never negative. */
  public double bound() {
    return bound;
  }

  /** What the fractional plan costs: the bound cannot get above. */
  public double fractionalPrice() {
    return master.price();
  }

  /**
   * Worth of one pod per group of the problem given: no bought node holds pods worth more than its
   * price, and together they are worth the bound.
   */
  public double[] duals() {
    double[] duals = new double[demand.groupOf().length];
    for (int g = 0; g < duals.length; g++) {
      int item = demand.groupOf()[g] < 0 ? -1 : relaxation.item(demand.groupOf()[g]);
      duals[g] = item < 0 ? 0 : worth[item];
    }
    return duals;
  }

  /** The fractional plan, over the shapes and groups of {@link DomainFree#problem}. */
  public List<Pattern> patterns() {
    return master.patterns(demand.counts());
  }

  /** Constraints on plans that the bound does not see; it holds nonetheless. */
  public List<String> leavesOut() {
    List<String> out = new ArrayList<>(demand.leavesOut());
    out.addAll(relaxation.leavesOut());
    return out;
  }
}
