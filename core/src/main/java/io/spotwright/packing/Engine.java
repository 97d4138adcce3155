package io.spotwright.packing;

import io.spotwright.market.CapacityPool;
import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import io.spotwright.packing.binding.Headroom;
import io.spotwright.packing.binding.Purchases;
import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Deadline;
import io.spotwright.packing.search.Search;
import io.spotwright.packing.spread.BoughtShares;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Answers the scheduler's search from the problem and the tight plan found for it. */
final class Engine implements Purchases {
  /** Share of the time for a plan with headroom: its start decides, not its last percent. */
  private static final double HEADROOM_SHARE = 0.03;

  /** Nodes added at once for pods that found no room in nodes of their own. */
  private static final int MOST_ROOMY = 4;

  private record Kind(String vmSize, CapacityType capacityType, @Nullable NodePool nodePool) {}

  private record Key(CapacityPool pool, @Nullable NodePool nodePool) {}

  private final PlanRequest request;
  private final Problem problem;
  private final ResourcePrices prices;
  private final Search search;
  private final Deadline deadline;
  private final Map<Pod, Integer> groupOf = new IdentityHashMap<>();
  private final Map<Key, Option> optionOf = new HashMap<>();
  private final Map<Key, Shape> shapeOf = new HashMap<>();
  private final Map<Kind, List<Option>> alikeOf = new HashMap<>();
  private final SplittableRandom random;
  private final Map<Integer, List<Shape>> shapesOf = new HashMap<>();

  Engine(
      PlanRequest request,
      Problem problem,
      ResourcePrices prices,
      Search search,
      Deadline deadline) {
    this.request = request;
    this.problem = problem;
    this.prices = prices;
    this.search = search;
    this.deadline = deadline;
    this.random = new SplittableRandom(request.seed());
    for (int g = 0; g < problem.groups().size(); g++) {
      for (Pod pod : problem.group(g).pods()) {
        groupOf.put(pod, g);
      }
    }
    for (Shape shape : problem.alternatives()) {
      for (Option option : shape.options()) {
        optionOf.put(key(option), option);
        shapeOf.put(key(option), shape);
        alikeOf.computeIfAbsent(kind(option), kind -> new ArrayList<>()).add(option);
      }
    }
    for (Shape shape : problem.shapes()) {
      shapesOf.computeIfAbsent(shape.cell(), cell -> new ArrayList<>()).add(shape);
    }
  }

  private static Key key(Option option) {
    return new Key(option.offering().pool(), option.pool());
  }

  @Override
  public List<Option> nodesFor(List<Pod> pods, int scale) {
    if (scale > 1) {
      return roomyNodes(pods, scale);
    }
    return anyZone(new PlanAssembly(problem, search.nodesFor(counts(pods))).options());
  }

  /**
   * The same sizes in zones drawn by lot: the zone a pending pod was planned for is not the one
   * that a spread leaves open once kube-scheduler has placed the others.
   */
  private List<Option> anyZone(List<Option> options) {
    List<Option> drawn = new ArrayList<>();
    for (Option option : options) {
      List<Option> alike = alikeOf.getOrDefault(kind(option), List.of(option));
      drawn.add(alike.get(random.nextInt(alike.size())));
    }
    return drawn;
  }

  /** Whether all of these may be bought under the limits. */
  boolean allows(List<Option> options) {
    Limits.Ledger ledger = problem.limits().ledger();
    for (Option option : options) {
      Shape shape = shapeOf.get(key(option));
      if (shape == null || !ledger.allows(shape)) {
        return false;
      }
      ledger.buy(shape);
    }
    return true;
  }

  /** What the nodes to buy are bought as. */
  List<Option> options(List<PlannedNode> nodes) {
    List<Option> options = new ArrayList<>();
    for (PlannedNode node : nodes) {
      if (node.offering() != null) {
        Key key = new Key(node.offering().pool(), node.nodePool());
        options.add(Objects.requireNonNull(optionOf.get(key)));
      }
    }
    return options;
  }

  /** vCPU that these nodes have above the policy's shares. */
  double excess(List<Option> options) {
    return BoughtShares.excess(options, request.policy());
  }

  private static Kind kind(Option option) {
    Offering offering = option.offering();
    return new Kind(offering.size().name(), offering.capacityType(), option.pool());
  }

  private List<Option> roomyNodes(List<Pod> pods, int scale) {
    List<Option> nodes = new ArrayList<>();
    for (Pod pod : pods.subList(0, Math.min(MOST_ROOMY, pods.size()))) {
      int group = Objects.requireNonNull(groupOf.get(pod));
      double[] request = problem.group(group).request();
      Shape roomy = null;
      for (int s = 0; s < problem.shapes().size(); s++) {
        Shape shape = problem.shape(s);
        if (problem.allowed(s)[group]
            && (roomy == null
                || isRoomy(shape, request, scale) && !isRoomy(roomy, request, scale))) {
          roomy = shape;
        }
      }
      if (roomy != null) {
        nodes.add(roomy.options().getFirst());
      }
    }
    return anyZone(nodes);
  }

  /** Shapes come by price, so the first roomy one is the cheapest. */
  private static boolean isRoomy(Shape shape, double[] request, int scale) {
    return shape.capacity()[Problem.CPU] >= scale * request[Problem.CPU]
        && shape.capacity()[Problem.MEMORY] >= scale * request[Problem.MEMORY];
  }

  /** By group, the units that hold these pods. */
  private int[] counts(List<Pod> pods) {
    int[] counts = new int[problem.groups().size()];
    pods.forEach(pod -> counts[Objects.requireNonNull(groupOf.get(pod))]++);
    for (int g = 0; g < counts.length; g++) {
      counts[g] = Math.ceilDiv(counts[g], problem.group(g).unit());
    }
    return counts;
  }

  @Override
  public List<Option> planWith(Headroom headroom) {
    List<Offering> reduced = headroom.reserve(request.offerings(), request.observation().pending());
    PlanRequest roomy =
        new PlanRequest(
            request.observation(),
            reduced,
            request.policy(),
            request.binding(),
            request.timeLimit(),
            request.seed());
    Problem tighter = new ProblemBuilder(roomy).build();
    Search start = new Search(tighter, new ResourcePrices(tighter).values(), request.seed());
    start.start();
    start.correctValues(
        HEADROOM_SHARE * request.timeLimit().toMillis() / 1000.0, deadline.share(0.9));
    List<Option> options = new ArrayList<>();
    for (Option option : new PlanAssembly(tighter, start.bins()).options()) {
      Option real = optionOf.get(key(option));
      options.add(real == null ? option : real);
    }
    return options;
  }

  /** Half the time a neighbour in price, else any shape of the cell. */
  @Override
  public Option inPlaceOf(Option option, SplittableRandom random) {
    Shape shape = shapeOf.get(key(option));
    List<Shape> shapes = shape == null ? null : shapesOf.get(shape.cell());
    if (shapes == null) {
      return option;
    }
    int at = random.nextInt(shapes.size());
    if (random.nextBoolean()) {
      int here = 0;
      while (here < shapes.size() - 1 && shapes.get(here).price() < option.price()) {
        here++;
      }
      at = Math.clamp(here + random.nextInt(7) - 3L, 0, shapes.size() - 1);
    }
    List<Option> alike = shapes.get(at).options();
    return alike.get(random.nextInt(alike.size()));
  }

  @Override
  public double worth(Pod pod) {
    Integer group = groupOf.get(pod);
    return group == null ? 0 : prices.values()[group];
  }
}
