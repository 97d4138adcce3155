package io.spotwright.packing;

import io.spotwright.model.Pod;
import io.spotwright.packing.binding.BindingRepair;
import io.spotwright.packing.binding.BindingSearch;
import io.spotwright.packing.bound.ColumnGeneration;
import io.spotwright.packing.bound.DomainFree;
import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.search.Deadline;
import io.spotwright.packing.search.Search;
import io.spotwright.packing.spread.SpreadSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** From demand and offerings to the cheapest nodes found, with a proven bound. */
public final class Planner {
  /** A gap this small is not worth the time of a better bound. */
  private static final double GOOD_GAP = 0.0003;

  /** Seconds worth of work on a plan rounded from the bound's program. */
  private static final double ROUNDED_SECONDS = 0.1;

  /** Replayed pods per second of time limit, on a slow core: budgets of the scheduler's search. */
  private static final double REPLAYS_PER_SECOND = 400_000;

  private static final String NOT_HELD =
      "no nodes were found on which kube-scheduler alone binds every pod at the first attempt; try a"
          + " longer --time-limit, or --binding exact with a controller";

  private final PlanRequest request;
  private final Progress progress;
  private final LongSupplier nanoClock;
  private final Deadline deadline;
  private final Problem problem;
  private final ResourcePrices prices;
  private final Search search;
  private final List<String> notes = new ArrayList<>();
  private double bound;
  private List<String> leavesOut = List.of();

  private Planner(PlanRequest request, Progress progress, LongSupplier nanoClock) {
    this.request = request;
    this.progress = progress;
    this.nanoClock = nanoClock;
    deadline = new Deadline(nanoClock, request.timeLimit().toNanos());
    problem = Demotions.settled(request);
    prices = new ResourcePrices(problem);
    search = new Search(problem, prices.values(), request.seed());
  }

  /**
   * Plans within the request's time limit.
   *
   * @param nanoClock counts nanoseconds from any origin, as {@code System::nanoTime} does; only the
   *     time limit depends on it
   */
  public static Plan plan(PlanRequest request, Progress progress, LongSupplier nanoClock) {
    return new Planner(request, progress, nanoClock).plan();
  }

  private Plan plan() {
    boolean spread = SpreadSearch.isNeeded(request.policy());
    boolean mixed =
        request.policy().onDemandBase() > 0 || request.policy().onDemandPercentageAboveBase() > 0;
    boolean exact = request.binding() == Binding.EXACT;
    double seconds = request.timeLimit().toMillis() / 1000.0;
    double reserve = BindingRepair.secondsFor(request.observation().pending().size()) / seconds;
    double packing = exact && !spread ? Math.clamp(0.97 - reserve, 0.3, 0.93) : 0.35;
    search.start();
    report("first plan", search.price());
    // Budgets of work, from the limit and not from what the clock says is left, so that the same
    // request gives the same plan on a machine that keeps up.
    search.correctValues(seconds * packing * 0.3, deadline.share(packing * 0.35));
    report("values corrected", search.price());
    search.improve(
        seconds * packing * 0.75,
        deadline.share(packing * 0.8),
        price -> report("improving", price));
    proveBound(deadline.share(packing));
    if (spread) {
      return spreadPlan(exact);
    }
    if (exact) {
      return exactPlan();
    }
    return mixed
        ? keptPlan(PlanAssembly.whole(problem, search.bins()), search.left(), null, false)
        : repairedPlan();
  }

  private void report(String phase, double price) {
    progress.report(phase, price, Math.max(bound, prices.bound()), deadline.seconds());
  }

  /** Column generation, as far as the plan leaves room for a better bound. */
  private void proveBound(Deadline until) {
    DomainFree demand = DomainFree.of(problem, request);
    ResourcePrices free =
        demand.problem() == problem ? prices : new ResourcePrices(demand.problem());
    if (until.isOverNow() && problem.existing().isEmpty()) {
      bound = free.bound();
      leavesOut = demand.leavesOut();
      return;
    }
    ColumnGeneration columns = new ColumnGeneration(demand, free, 2);
    boolean running = true;
    while (running && !until.isOverNow() && search.price() > columns.bound() * (1 + GOOD_GAP)) {
      running = columns.step(until::isOverNow);
    }
    bound = columns.bound();
    leavesOut = columns.leavesOut();
    boolean untied = demand.problem() == problem;
    // Only a finished program rounds to the same plan every time.
    if (!running && untied && problem.existing().isEmpty() && problem.limits().none()) {
      search.restart(new Rounding(problem, search, columns, request.seed()).best());
      search.improve(ROUNDED_SECONDS, until, price -> report("improving", price));
    }
    report("bound proven", search.price());
  }

  private Plan exactPlan() {
    PlanAssembly assembly = PlanAssembly.whole(problem, search.bins());
    BindingRepair repair = repair(assembly, engine());
    BindingRepair.Outcome outcome = repair.replay(assembly.options());
    return finish(assembly.nodes(), search.left(), search.price(), null, outcome);
  }

  private Plan spreadPlan(boolean exact) {
    Double unsafe = request.policy().surviveLossOfCapacityPool() ? unsafePrice() : null;
    SpreadSearch spread =
        new SpreadSearch(
            problem, prices.values(), request.policy(), request.observation(), request.seed());
    double seconds = request.timeLimit().toMillis() / 1000.0;
    List<Bin> bins =
        spread.improve(
            search.bins(),
            search.left(),
            seconds * (exact ? 0.5 : 0.3),
            deadline.share(exact ? 0.95 : 0.7));
    notes.addAll(spread.notes());
    PlanAssembly assembly = PlanAssembly.whole(spread.problem(), bins);
    return keptPlan(assembly, spread.left(), unsafe, exact);
  }

  /** A plan whose pods stay where they are planned, because its promises hold only there. */
  private Plan keptPlan(PlanAssembly assembly, int[] left, @Nullable Double unsafe, boolean exact) {
    Engine engine = engine();
    BindingRepair repair = repair(assembly, engine);
    BindingRepair.Outcome planned = repair.replay(assembly.options());
    if (!exact && !repair.holds(planned)) {
      RoomyPlan roomy = new RoomyPlan(repair, engine);
      roomy.grow(assembly.nodes(), deadline);
      if (roomy.outcome() != null && engine.allows(roomy.outcome().options())) {
        notes.addAll(roomy.notes());
        return finish(roomy.nodes(), left, planned.price(), unsafe, roomy.outcome());
      }
      notes.add(NOT_HELD);
    }
    return finish(assembly.nodes(), left, planned.price(), unsafe, planned);
  }

  /** What the plan would cost without the promise: a plan of its own, in a part of the time. */
  private double unsafePrice() {
    PlanRequest without =
        new PlanRequest(
            request.observation(),
            request.offerings(),
            request.policy().withoutSurvival(),
            Binding.EXACT,
            request.timeLimit().dividedBy(6),
            request.seed());
    return plan(without, Progress.NONE, nanoClock).hourlyCost();
  }

  private Plan repairedPlan() {
    Engine engine = engine();
    PlanAssembly assembly = PlanAssembly.whole(problem, search.bins());
    BindingRepair repair = repair(assembly, engine);
    BindingRepair.Outcome outcome = repair.replay(assembly.options());
    if (!repair.holds(outcome)) {
      report("fitting to kube-scheduler", search.price());
      BindingRepair.Outcome found =
          new BindingSearch(repair, engine).search(assembly.options(), deadline);
      if (found != null && engine.allows(found.options())) {
        return finish(repaired(assembly, found), search.left(), search.price(), null, found);
      }
      notes.add(NOT_HELD);
    }
    return finish(assembly.nodes(), search.left(), search.price(), null, outcome);
  }

  private Engine engine() {
    return new Engine(request, problem, prices, search, deadline);
  }

  private BindingRepair repair(PlanAssembly assembly, Engine engine) {
    List<Pod> placed = assembly.nodes().stream().flatMap(node -> node.pods().stream()).toList();
    long budget =
        deadline.isOverNow()
            ? 0
            : (long) (REPLAYS_PER_SECOND * request.timeLimit().toMillis() / 1000);
    return new BindingRepair(request.observation(), placed, engine::worth, request.seed(), budget);
  }

  /** The nodes as kube-scheduler fills them in the first order of arrival tried. */
  private List<PlannedNode> repaired(PlanAssembly assembly, BindingRepair.Outcome outcome) {
    int existing = request.observation().nodes().size();
    List<List<Pod>> pods = new ArrayList<>();
    for (int n = 0; n < existing + outcome.options().size(); n++) {
      pods.add(new ArrayList<>());
    }
    List<Pod> placed = assembly.nodes().stream().flatMap(node -> node.pods().stream()).toList();
    for (int p = 0; p < placed.size(); p++) {
      pods.get(outcome.placement()[p]).add(placed.get(p));
    }
    List<PlannedNode> nodes = new ArrayList<>();
    for (int n = 0; n < existing; n++) {
      if (!pods.get(n).isEmpty()) {
        var node = request.observation().nodes().get(n);
        nodes.add(new PlannedNode(node.name(), node, null, null, pods.get(n)));
      }
    }
    for (int i = 0; i < outcome.options().size(); i++) {
      Option option = outcome.options().get(i);
      nodes.add(
          new PlannedNode(
              "new-" + (i + 1), null, option.offering(), option.pool(), pods.get(existing + i)));
    }
    return nodes;
  }

  private Plan finish(
      List<PlannedNode> nodes,
      int[] left,
      double unrepaired,
      @Nullable Double unsafe,
      BindingRepair.Outcome replayed) {
    List<Unplaced> unplaced = new ArrayList<>(problem.unplaceable());
    PlanAssembly tight = PlanAssembly.whole(problem, search.bins());
    unplaced.addAll(tight.left(left));
    int placed = nodes.stream().mapToInt(node -> node.pods().size()).sum();
    double cost = nodes.stream().mapToDouble(PlannedNode::hourlyPrice).sum();
    // The bound speaks of plans for all pods; where some are left over it may be above the price.
    boolean complete = Arrays.stream(left).sum() == 0;
    return new Plan(
        nodes,
        unplaced,
        cost,
        new LowerBound(complete ? Math.min(cost, bound) : 0, leavesOut),
        placed == 0 ? 1 : replayed.boundAtFirstAttempt() / (double) placed,
        unrepaired,
        unsafe == null ? null : Math.min(unsafe, unrepaired),
        deadline.seconds(),
        notes);
  }
}
