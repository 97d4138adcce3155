package io.spotwright.packing.spread;

import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Deadline;
import io.spotwright.packing.search.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Brings a plan within the policy's concentration limits and then lowers its price: no capacity
 * pool and no family of a zone above its share of the bought vCPU, no spot pool with more pods of a
 * workload than may be lost at once. Limits that no plan meets are met as nearly as it was
 * possible.
 */
public final class SpreadSearch {
  private static final int ROUNDS = 40;

  /** As for the search without limits; the deadline guards. */
  private static final double WORK_PER_SECOND = 80e6;

  private final Problem base;
  private final double[] values;
  private final SpotPolicy policy;
  private final Observation observation;
  private final SplittableRandom random;
  private final Market market;
  private final Problem problem;
  private int[] left = {};
  private @Nullable ShareCaps caps;
  private @Nullable LossLimits losses;
  private @Nullable Purchase purchase;
  private double violation;
  private long overflow;

  /**
   * @param values of one pod per group, as the search without limits uses them
   */
  public SpreadSearch(
      Problem problem, double[] values, SpotPolicy policy, Observation observation, long seed) {
    this.base = problem;
    this.values = values;
    this.policy = policy;
    this.observation = observation;
    this.random = new SplittableRandom(seed);
    this.market = new Market(problem, values, familiesNeeded(policy));
    this.problem = market.problem();
  }

  /** Whether the policy has limits that need this search. */
  public static boolean isNeeded(SpotPolicy policy) {
    return policy.maxPoolShare() != null
        || policy.maxFamilyZoneShare() != null
        || policy.surviveLossOfCapacityPool();
  }

  private static int familiesNeeded(SpotPolicy policy) {
    double tightest = 1;
    for (Double share : new Double[] {policy.maxPoolShare(), policy.maxFamilyZoneShare()}) {
      tightest = share == null ? tightest : Math.min(tightest, share);
    }
    return (int) Math.min(100, Math.max(12, Math.ceil(2 / tightest)));
  }

  /** The problem whose shapes the improved bins have: each stands for one offering. */
  public Problem problem() {
    return problem;
  }

  /**
   * Improves a plan for {@code seconds} worth of work or until the deadline.
   *
   * @param start bins of the problem given at construction
   * @param leftOver pods per group that the plan does not hold
   * @return bins of {@link #problem()}
   */
  public List<Bin> improve(List<Bin> start, int[] leftOver, double seconds, Deadline deadline) {
    left = leftOver.clone();
    long planned = 0;
    double price = 0;
    int pods = 1;
    for (Bin bin : start) {
      if (!bin.isExisting()) {
        var shape = base.shape(bin.shape());
        planned += shape.options().getFirst().offering().size().vcpus();
        price += shape.price();
        for (int count : bin.counts()) {
          pods += count;
        }
      }
    }
    LossPromises promises =
        policy.surviveLossOfCapacityPool()
            ? new LossPromises(problem, observation, left)
            : new LossPromises(problem);
    SpotPools pools = new SpotPools(problem);
    losses = new LossLimits(problem, pools, promises);
    caps = new ShareCaps(problem, policy);
    LossLedger lossLedger = new LossLedger(problem, pools, promises, losses);
    Ledger ledger =
        new Ledger(problem, caps, lossLedger, price / Math.max(1, planned), price / pods);
    Purchase buying =
        new Purchase(problem, values, new OptionChoice(market), ledger, random.split());
    purchase = buying;
    Start first = new Start(problem, ledger, buying, random.split());
    first.take(base, start, planned);
    addWaiting(buying.waiting(), left);
    return search(first.bins(), ledger, buying, seconds, deadline);
  }

  private List<Bin> search(
      List<Bin> start, Ledger ledger, Purchase purchase, double seconds, Deadline deadline) {
    List<Bin> result = new ArrayList<>();
    List<Bin> bought = new ArrayList<>();
    for (Bin bin : start) {
      (bin.isExisting() ? result : bought).add(bin);
    }
    SpreadRuin ruin = new SpreadRuin(problem, ledger, purchase, bought, random.split());
    double heat = 0.02 * ruin.bestPrice() / Math.max(1, bought.size());
    long work = (long) (WORK_PER_SECOND * seconds / ROUNDS);
    for (int round = 0; round < ROUNDS && !deadline.isOver(); round++) {
      double hot = heat * (1 - round / (double) ROUNDS);
      double cold = heat * (1 - (round + 1) / (double) ROUNDS);
      ruin.run(work, hot, cold, deadline);
    }
    ruin.bins().forEach(ledger::remove);
    ruin.best().forEach(ledger::add);
    violation = ruin.bestViolation();
    overflow = ledger.losses().overflow();
    result.addAll(ruin.best());
    return result;
  }

  private static void addWaiting(Pool waiting, int[] counts) {
    for (int p = 0; p < waiting.size; p++) {
      counts[waiting.group[p]] += waiting.count[p];
    }
  }

  /**
   * Nodes for more pods beside the improved plan, under the same limits; for whoever repairs it.
   * The nodes count as bought from then on.
   *
   * @param counts pods per group; those that no node takes are left in it, the others are zero
   */
  public List<Bin> nodesFor(int[] counts) {
    List<Bin> bought = new ArrayList<>();
    if (purchase != null && caps != null) {
      Pool waiting = purchase.waiting();
      waiting.clear();
      for (int g = 0; g < counts.length; g++) {
        if (counts[g] > 0) {
          waiting.add(g, counts[g]);
        }
      }
      purchase.buyAll(caps.total(), bought);
      Arrays.fill(counts, 0);
      addWaiting(waiting, counts);
    }
    return bought;
  }

  /** Pods per group that no node took. */
  public int[] left() {
    return left;
  }

  /** Whether the plan keeps every limit. */
  public boolean satisfied() {
    return violation < 1e-6 && (losses == null || losses.canBeKept());
  }

  /** Which limits the plan does not keep, and who is exempt. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (caps != null) {
      notes.addAll(caps.remarks());
    }
    if (losses != null) {
      notes.addAll(losses.notes());
    }
    if (overflow > 0) {
      notes.add(
          overflow
              + " pods are in a spot pool with more replicas than may be lost at once; no other"
              + " place was found for them: allow more VM sizes, more zones or on-demand");
    }
    return notes;
  }
}
