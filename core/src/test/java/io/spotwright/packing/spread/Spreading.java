package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Binding;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Deadline;
import io.spotwright.packing.search.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans without limits and then with them, on a clock that stands still. */
record Spreading(
    List<Purchased> nodes, boolean satisfied, List<String> notes, int leftOver, double price) {

  /** A node with its pods: a bought one by its offering, an existing one by its index. */
  record Purchased(@Nullable Offering offering, int existing, List<Pod> pods) {}

  static SpotPolicy policy(
      @Nullable Double poolShare, @Nullable Double familyZoneShare, boolean poolSafe) {
    return new SpotPolicy(
        "test",
        null,
        List.of(),
        Set.of(),
        List.of(),
        0,
        0,
        poolShare,
        familyZoneShare,
        poolSafe,
        null,
        null,
        Resources.NONE);
  }

  static Spreading plan(
      Observation observation, List<Offering> offerings, SpotPolicy policy, long seed) {
    Problem problem = problem(observation, offerings, policy);
    double[] values = new ResourcePrices(problem).values();
    Search search = new Search(problem, values, seed);
    search.start();
    SpreadSearch spread = new SpreadSearch(problem, values, policy, observation, seed);
    Deadline never = new Deadline(() -> 0, 1);
    List<Bin> bins = spread.improve(search.bins(), search.left(), 0.03, never);
    return of(spread.problem(), bins, spread.satisfied(), spread.notes(), spread.left());
  }

  /** As {@link #plan}, with the last fifth of the nodes bought anew afterwards. */
  static Spreading planAndAdd(
      Observation observation, List<Offering> offerings, SpotPolicy policy, long seed) {
    Problem problem = problem(observation, offerings, policy);
    double[] values = new ResourcePrices(problem).values();
    Search search = new Search(problem, values, seed);
    search.start();
    int[] counts = new int[problem.groups().size()];
    List<Bin> start = new ArrayList<>();
    for (Bin bin : search.bins()) {
      if (start.size() < search.bins().size() * 0.8) {
        start.add(bin);
      } else {
        for (int e = 0; e < bin.groups().length; e++) {
          counts[bin.groups()[e]] += bin.counts()[e];
        }
      }
    }
    SpreadSearch spread = new SpreadSearch(problem, values, policy, observation, seed);
    Deadline never = new Deadline(() -> 0, 1);
    List<Bin> bins = new ArrayList<>(spread.improve(start, new int[counts.length], 0.02, never));
    bins.addAll(spread.nodesFor(counts));
    return of(spread.problem(), bins, spread.satisfied(), spread.notes(), counts);
  }

  /** The same without the step that this package adds: the cheapest option of each shape. */
  static Spreading planWithoutLimits(
      Observation observation, List<Offering> offerings, SpotPolicy policy, long seed) {
    Problem problem = problem(observation, offerings, policy);
    Search search = new Search(problem, new ResourcePrices(problem).values(), seed);
    search.start();
    return of(problem, search.bins(), true, List.of(), search.left());
  }

  private static Problem problem(
      Observation observation, List<Offering> offerings, SpotPolicy policy) {
    PlanRequest request =
        new PlanRequest(observation, offerings, policy, Binding.EXACT, Duration.ofSeconds(1), 1);
    return new ProblemBuilder(request).build();
  }

  private static Spreading of(
      Problem problem, List<Bin> bins, boolean satisfied, List<String> notes, int[] left) {
    int[] handedOut = new int[problem.groups().size()];
    List<Purchased> nodes = new ArrayList<>();
    double price = 0;
    for (Bin bin : bins) {
      List<Pod> pods = new ArrayList<>();
      for (int e = 0; e < bin.groups().length; e++) {
        int g = bin.groups()[e];
        int from = handedOut[g];
        handedOut[g] += bin.counts()[e];
        pods.addAll(problem.group(g).pods().subList(from, handedOut[g]));
      }
      Offering offering =
          bin.isExisting() ? null : problem.shape(bin.shape()).options().getFirst().offering();
      price += offering == null ? 0 : offering.hourlyPrice();
      nodes.add(new Purchased(offering, bin.isExisting() ? bin.existing() : -1, pods));
    }
    int leftOver = problem.unplaceable().size();
    for (int count : left) {
      leftOver += count;
    }
    return new Spreading(nodes, satisfied, notes, leftOver, price);
  }
}
