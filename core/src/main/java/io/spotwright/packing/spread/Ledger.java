package io.spotwright.packing.spread;

import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Pool;

/** What a plan has bought so far in view of all its limits, and what breaking them would cost. */
final class Ledger {
  private final Problem problem;
  private final ShareCaps caps;
  private final LossLedger losses;
  private final Limits.Ledger limits;
  private final boolean limited;
  private final double pricePerVcpu;
  private final double pricePerPod;
  private double weight = 3;

  Ledger(
      Problem problem, ShareCaps caps, LossLedger losses, double pricePerVcpu, double pricePerPod) {
    this.problem = problem;
    this.caps = caps;
    this.losses = losses;
    this.limits = problem.limits().ledger();
    this.limited = !problem.limits().none();
    this.pricePerVcpu = pricePerVcpu;
    this.pricePerPod = pricePerPod;
  }

  ShareCaps caps() {
    return caps;
  }

  LossLedger losses() {
    return losses;
  }

  void add(Bin bin) {
    losses.add(bin, 1);
    if (!bin.isExisting()) {
      caps.add(bin.shape(), 1);
      if (limited) {
        limits.buy(problem.shape(bin.shape()));
      }
    }
  }

  void remove(Bin bin) {
    losses.add(bin, -1);
    if (!bin.isExisting()) {
      caps.add(bin.shape(), -1);
      if (limited) {
        limits.giveBack(problem.shape(bin.shape()));
      }
    }
  }

  boolean allows(int shape) {
    return !limited || limits.allows(problem.shape(shape));
  }

  void limit(int shape, Pool waiting, int[] most) {
    losses.limit(shape, waiting, most);
  }

  /** vCPU and pods over the limits; 0 when the plan keeps them all. */
  double violation() {
    double excess = caps.excess();
    return (excess < 1e-6 ? 0 : excess) + losses.overflow();
  }

  /** In money, so that it can be weighed against prices. */
  double penalty() {
    return weight * (caps.excess() * pricePerVcpu + losses.overflow() * pricePerPod);
  }

  /** The penalty one more node of the shape would bring to a plan with that many vCPU. */
  double penaltyWith(int shape, long planned) {
    return weight * caps.excessWith(shape, planned) * pricePerVcpu;
  }

  /** The penalty for the node as one of another shape. */
  double penaltyAs(int shape, Bin bin, long planned) {
    return penaltyWith(shape, planned) + weight * losses.overflowAs(shape, bin) * pricePerPod;
  }

  /** Makes what is still broken weigh more. */
  void insist() {
    weight = Math.min(weight * 1.3, 100);
  }
}
