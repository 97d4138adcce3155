package io.spotwright.packing.search;

import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Finds nodes for all groups: greedy first, then ruin and recreate on disjoint parts of the plan in
 * parallel, re-dealt every round. A round is a fixed amount of work, not of time, so that a search
 * that is not cut short by its deadline gives the same plan for the same seed.
 */
public final class Search {
  /** Two, whatever the machine has: the plan for a seed must not depend on the machine. */
  private static final int WORKERS = 2;

  private static final int ROUNDS = 40;

  /**
   * Work units (pool entries scanned) per second and worker on a slow core; the deadline guards.
   */
  private static final double WORK_PER_SECOND = 80e6;

  /** Claims and shapes looked at by Karpenter's rule: some 50 ms on a slow core. */
  private static final long RULE_WORK = 5_000_000;

  private final Problem problem;
  private final ShapeChoice shapes;
  private final double[] values;
  private final SplittableRandom random;
  private List<Bin> bins = List.of();
  private int[] left;

  public Search(Problem problem, double[] values, long seed) {
    this.problem = problem;
    this.shapes = new ShapeChoice(problem);
    this.values = values;
    this.random = new SplittableRandom(seed);
    this.left = new int[problem.groups().size()];
  }

  /** The first plan. */
  public void start() {
    Greedy greedy = new Greedy(problem, shapes, values, problem.limits().ledger());
    bins = greedy.packAll();
    left = greedy.left();
    if (!problem.limits().none() && pods(left) > 0) {
      Greedy thrifty = Greedy.thrifty(problem, shapes, values);
      List<Bin> others = thrifty.packAll();
      if (pods(thrifty.left()) < pods(left)) {
        bins = others;
        left = thrifty.left();
      }
      joinLate();
    }
  }

  private long pods(int[] counts) {
    long pods = 0;
    for (int g = 0; g < counts.length; g++) {
      pods += (long) counts[g] * problem.group(g).unit();
    }
    return pods;
  }

  /** Pods left over get the room, and the nodes within limits, that have become free since. */
  private void joinLate() {
    if (pods(left) == 0) {
      return;
    }
    int[] waiting = left.clone();
    List<Bin> all = new Latecomers(problem, values).join(bins, waiting);
    Limits.Ledger ledger = problem.limits().ledger();
    for (Bin bin : all) {
      if (!bin.isExisting()) {
        ledger.buy(problem.shape(bin.shape()));
      }
    }
    Greedy greedy = new Greedy(problem, shapes, values, ledger);
    all.addAll(greedy.pack(waiting));
    bins = all;
    left = greedy.left();
  }

  /** Corrects values in as many chains as there are workers, for {@code seconds} worth of work. */
  public void correctValues(double seconds, Deadline deadline) {
    long work = (long) (WORK_PER_SECOND * seconds);
    List<Bin> byRule = new KarpenterRule(problem).pack(values, Math.min(work, RULE_WORK));
    if (byRule != null && pods(left) == 0 && price(problem, byRule) < price()) {
      bins = byRule;
    }
    List<ValueCorrection> chains = new ArrayList<>();
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int w = 0; w < WORKERS; w++) {
      ValueCorrection chain =
          new ValueCorrection(problem, shapes, values, bins, left, random.split());
      chains.add(chain);
      Deadline own = deadline.share(1);
      running.add(CompletableFuture.runAsync(() -> chain.run(work, own)));
    }
    running.forEach(CompletableFuture::join);
    for (ValueCorrection chain : chains) {
      if (chain.bestPrice() < price() - 1e-12) {
        bins = valued(chain.best());
        left = chain.left();
      }
    }
  }

  /** The bins as the uncorrected values see them. */
  private List<Bin> valued(List<Bin> corrected) {
    List<Bin> result = new ArrayList<>();
    for (Bin bin : corrected) {
      double worth = 0;
      for (int e = 0; e < bin.groups().length; e++) {
        worth += values[bin.groups()[e]] * bin.counts()[e];
      }
      result.add(new Bin(bin.shape(), bin.groups(), bin.counts(), bin.used(), worth));
    }
    return result;
  }

  public List<Bin> bins() {
    return bins;
  }

  /** Pods per group that no node took. */
  public int[] left() {
    return left;
  }

  public double price() {
    return price(problem, bins);
  }

  /** Price per hour of what is bought. */
  public static double price(Problem problem, List<Bin> bins) {
    return RuinRecreate.price(problem, bins);
  }

  /** A node with these pods, as the search sees it. */
  public Bin bin(int shape, int[] groups, int[] counts) {
    double[] used = new double[problem.dimensions().size()];
    double worth = 0;
    for (int e = 0; e < groups.length; e++) {
      double[] request = problem.group(groups[e]).request();
      for (int d = 0; d < used.length; d++) {
        used[d] += counts[e] * request[d];
      }
      worth += counts[e] * values[groups[e]];
    }
    return new Bin(shape, groups, counts, used, worth);
  }

  /** Goes on from another plan for the same pods, unless it breaks a rule among pods of a node. */
  public void restart(List<Bin> others) {
    if (others.stream().allMatch(this::keepsRules)) {
      bins = List.copyOf(others);
    }
  }

  /** Whether there is an order in which the pods of the node may join it. */
  private boolean keepsRules(Bin bin) {
    NodeRules.Tally tally = problem.rules().tally();
    boolean[] joined = new boolean[bin.groups().length];
    int waiting = 0;
    for (int e = 0; e < joined.length; e++) {
      joined[e] = !problem.rules().concern(bin.groups()[e]);
      waiting += joined[e] ? 0 : 1;
    }
    boolean progress = true;
    while (waiting > 0 && progress) {
      progress = false;
      for (int e = 0; e < joined.length; e++) {
        if (!joined[e] && tally.room(bin.groups()[e]) >= bin.counts()[e]) {
          tally.add(bin.groups()[e], bin.counts()[e]);
          joined[e] = true;
          waiting--;
          progress = true;
        }
      }
    }
    return waiting == 0;
  }

  /**
   * Nodes for these pods per group alone, apart from the plan. Of pods that are packed as one, one
   * is as good as all.
   */
  public List<Bin> nodesFor(int[] counts) {
    int[] units = counts.clone();
    for (int g = 0; g < units.length; g++) {
      units[g] = Math.min(units[g], problem.group(g).count());
    }
    return new Greedy(problem, shapes, values, problem.limits().ledger()).pack(units);
  }

  /** Hears of each finished round. */
  public interface Rounds {
    void finished(double price);
  }

  /** Improves the plan until the deadline, or until {@code seconds} worth of work is done. */
  public void improve(double seconds, Deadline deadline, Rounds rounds) {
    List<Bin> fixed = new ArrayList<>();
    List<Bin> free = new ArrayList<>();
    for (Bin bin : bins) {
      (bin.isExisting() ? fixed : free).add(bin);
    }
    if (free.isEmpty()) {
      return;
    }
    // Limits are counted over all nodes, so one worker must see them all.
    int workers = free.size() < 8 || !problem.limits().none() ? 1 : WORKERS;
    long work = (long) (WORK_PER_SECOND * seconds / ROUNDS);
    double heat = 0.02 * RuinRecreate.price(problem, free) / free.size();
    List<Bin> best = free;
    double bestPrice = RuinRecreate.price(problem, free);
    for (int round = 0; round < ROUNDS && !deadline.isOver(); round++) {
      double hot = heat * (1 - round / (double) ROUNDS);
      double cold = heat * (1 - (round + 1) / (double) ROUNDS);
      free = round(free, workers, work, hot, cold, deadline);
      double price = RuinRecreate.price(problem, free);
      if (price < bestPrice - 1e-12) {
        bestPrice = price;
        best = free;
      }
      rounds.finished(bestPrice);
    }
    List<Bin> all = new ArrayList<>(fixed);
    all.addAll(best);
    bins = all;
    joinLate();
  }

  private List<Bin> round(
      List<Bin> free, int workers, long work, double hot, double cold, Deadline deadline) {
    List<Bin> dealt = new ArrayList<>(free);
    shuffle(dealt);
    List<RuinRecreate> parts = new ArrayList<>();
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      int from = dealt.size() * w / workers;
      int to = dealt.size() * (w + 1) / workers;
      RuinRecreate part =
          new RuinRecreate(problem, shapes, values, dealt.subList(from, to), random.split());
      parts.add(part);
      Deadline own = deadline.share(1);
      running.add(CompletableFuture.runAsync(() -> part.run(work, hot, cold, own)));
    }
    running.forEach(CompletableFuture::join);
    List<Bin> merged = new ArrayList<>();
    parts.forEach(part -> merged.addAll(part.bins()));
    return merged;
  }

  private void shuffle(List<Bin> dealt) {
    for (int i = dealt.size() - 1; i > 0; i--) {
      java.util.Collections.swap(dealt, i, random.nextInt(i + 1));
    }
  }
}
