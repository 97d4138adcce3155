package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Filler;
import io.spotwright.packing.search.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is worth considering when no part of the market may hold too much: not only the undominated
 * shapes but for each number of vCPUs the best of several families, and each of their offerings as
 * a shape of its own, because it is offerings that are counted.
 */
final class Market {
  /** Up to here everything is considered. */
  private static final int SMALL = 300;

  /** Bounds the trial fills: shapes times the square of the groups they are tried with. */
  private static final double TRIALS = 60e6;

  private record Stratum(int vcpus, int cell, Object capacityType, int limit) {}

  private final Problem problem;
  private final double[] worth;

  /**
   * @param perStratum families to keep for each number of vCPUs, more when caps are tight
   */
  Market(Problem base, double[] values, int perStratum) {
    List<Shape> all = base.alternatives();
    Map<Shape, Double> worthOf = worth(base.withShapes(all), values);
    Set<Shape> kept = kept(base, worthOf, perStratum);
    List<Shape> single = new ArrayList<>();
    List<Double> worths = new ArrayList<>();
    for (Shape shape : all) {
      for (Option option : kept.contains(shape) ? shape.options() : List.<Option>of()) {
        single.add(
            new Shape(
                shape.capacity(),
                shape.price(),
                shape.cell(),
                shape.groups(),
                shape.limit(),
                List.of(option)));
        worths.add(worthOf.get(shape));
      }
    }
    problem = base.withShapes(single);
    worth = worths.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Map<Shape, Double> worth(Problem all, double[] values) {
    Pool pool = new Pool(all, values);
    int groups = all.groups().size();
    double sample = Math.max(60, Math.sqrt(TRIALS / Math.max(1, all.shapes().size())));
    int step = Math.max(1, (int) Math.ceil(groups / sample));
    for (int g = 0; g < groups; g += step) {
      // The groups that are tried stand for those that are not.
      pool.add(g, all.group(g).count() * step);
    }
    Filler filler = new Filler(all, pool);
    Map<Shape, Double> worth = new IdentityHashMap<>();
    for (int s = 0; s < all.shapes().size(); s++) {
      worth.put(all.shape(s), filler.fill(s, 0, 0) / all.shape(s).price());
    }
    return worth;
  }

  private static Set<Shape> kept(Problem base, Map<Shape, Double> worth, int perStratum) {
    List<Shape> all = base.alternatives();
    Set<Shape> kept = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    int options = all.stream().mapToInt(shape -> shape.options().size()).sum();
    if (options <= SMALL) {
      kept.addAll(all);
      return kept;
    }
    kept.addAll(base.shapes());
    Map<Stratum, Set<String>> families = new HashMap<>();
    List<Shape> byWorth = new ArrayList<>(all);
    byWorth.sort(Comparator.comparingDouble(shape -> -worth.getOrDefault(shape, 0.0)));
    for (Shape shape : byWorth) {
      Offering offering = shape.options().getFirst().offering();
      Stratum stratum =
          new Stratum(
              offering.size().vcpus(), shape.cell(), offering.capacityType(), shape.limit());
      Set<String> there = families.computeIfAbsent(stratum, key -> new HashSet<>());
      if (there.size() < perStratum && there.add(offering.size().family())) {
        kept.add(shape);
      }
    }
    return kept;
  }

  /** The same pods, every shape with one option. */
  Problem problem() {
    return problem;
  }

  /** What a node of the shape can hold of the demand, in worth for its price. */
  double worth(int shape) {
    return worth[shape];
  }
}
