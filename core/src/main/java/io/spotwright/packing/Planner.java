package io.spotwright.packing;

import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import io.spotwright.packing.search.Deadline;
import io.spotwright.packing.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** From demand and offerings to the cheapest nodes found, with a proven bound. */
public final class Planner {
  private Planner() {}

  /**
   * Plans within the request's time limit.
   *
   * @param nanoClock counts nanoseconds from any origin, as {@code System::nanoTime} does; only the
   *     time limit depends on it
   */
  public static Plan plan(PlanRequest request, Progress progress, LongSupplier nanoClock) {
    Deadline deadline = new Deadline(nanoClock, request.timeLimit().toNanos());
    Problem problem = new ProblemBuilder(request).build();
    ResourcePrices prices = new ResourcePrices(problem);
    Search search = new Search(problem, prices.values(), request.seed());
    search.start();
    progress.report("first plan", search.price(), prices.bound(), deadline.seconds());
    search.correctValues(deadline.secondsLeft() * Double.parseDouble(System.getProperty("svc","0.3")), deadline.share(0.5));
    search.improve(
        deadline.secondsLeft() * 0.9,
        deadline.share(0.95),
        price -> progress.report("improving", price, prices.bound(), deadline.seconds()));
    List<Unplaced> unplaced = new ArrayList<>(problem.unplaceable());
    PlanAssembly assembly = new PlanAssembly(problem, search.bins());
    unplaced.addAll(assembly.left(search.left()));
    double bound = search.bins().stream().anyMatch(bin -> bin.isExisting()) ? 0 : prices.bound();
    return new Plan(
        assembly.nodes(),
        unplaced,
        search.price(),
        new LowerBound(bound, List.of()),
        1,
        search.price(),
        null,
        deadline.seconds(),
        List.of());
  }
}
