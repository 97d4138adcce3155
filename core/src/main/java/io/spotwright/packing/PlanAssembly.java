package io.spotwright.packing;

import io.spotwright.market.CapacityPool;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.topology.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns packed bins into nodes with names and pods. Where a shape stands for several offerings, the
 * capacity pool that has got the least so far is taken: spread costs nothing among equals.
 */
final class PlanAssembly {
  private final Problem problem;
  private final List<Bin> bins;
  private final List<Pod> strandedByOthers;
  private final int[] handedOut;
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final Map<CapacityPool, Integer> bought = new HashMap<>();
  private final List<Option> options = new ArrayList<>();

  /** Some nodes with their pods, as they are. */
  PlanAssembly(Problem problem, List<Bin> bins) {
    this(problem, bins, false);
  }

  /** A whole plan: pods that could not arrive because others are left over are left over too. */
  static PlanAssembly whole(Problem problem, List<Bin> bins) {
    return new PlanAssembly(problem, bins, true);
  }

  private PlanAssembly(Problem problem, List<Bin> bins, boolean whole) {
    this.problem = problem;
    this.bins = bins;
    this.handedOut = new int[problem.groups().size()];
    List<Settlement.Place> places = new ArrayList<>();
    List<@Nullable Option> bought = new ArrayList<>();
    for (Bin bin : bins) {
      Option option = bin.isExisting() ? null : leastBought(problem.shape(bin.shape()));
      bought.add(option);
      SortedMap<String, String> labels =
          option == null ? problem.existing().get(bin.existing()).node().labels() : option.labels();
      places.add(new Settlement.Place(labels, pods(bin)));
    }
    strandedByOthers = whole && leavesOver() ? problem.settlement().settle(places) : List.of();
    for (int b = 0; b < bins.size(); b++) {
      if (!places.get(b).pods().isEmpty()) {
        add(bins.get(b), bought.get(b), places.get(b).pods());
      }
    }
  }

  private void add(Bin bin, @Nullable Option option, List<Pod> pods) {
    if (option == null) {
      Node node = problem.existing().get(bin.existing()).node();
      nodes.add(new PlannedNode(node.name(), node, null, null, pods));
    } else {
      options.add(option);
      String name = "new-" + options.size();
      nodes.add(new PlannedNode(name, null, option.offering(), option.pool(), pods));
    }
  }

  private boolean leavesOver() {
    for (int g = 0; g < handedOut.length; g++) {
      if (handedOut[g] < problem.group(g).pods().size()) {
        return true;
      }
    }
    return false;
  }

  private Option leastBought(Shape shape) {
    Option best = shape.options().getFirst();
    int least = Integer.MAX_VALUE;
    for (Option option : shape.options()) {
      int count = bought.getOrDefault(option.offering().pool(), 0);
      if (count < least) {
        least = count;
        best = option;
      }
    }
    bought.merge(best.offering().pool(), 1, Integer::sum);
    return best;
  }

  private List<Pod> pods(Bin bin) {
    List<Pod> pods = new ArrayList<>();
    for (int e = 0; e < bin.groups().length; e++) {
      int g = bin.groups()[e];
      List<Pod> all = problem.group(g).pods();
      int count = bin.counts()[e] * problem.group(g).unit();
      pods.addAll(all.subList(handedOut[g], handedOut[g] + count));
      handedOut[g] += count;
    }
    return pods;
  }

  /** What is bought, in the order of the nodes. */
  List<Option> options() {
    return options;
  }

  List<PlannedNode> nodes() {
    return nodes;
  }

  /** The pods not handed out; {@code counts} per group as the search counts them. */
  List<Unplaced> left(int[] counts) {
    LeftoverReasons reasons = new LeftoverReasons(problem, bins);
    List<Unplaced> left = new ArrayList<>();
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] > 0) {
        List<Reason> why = reasons.of(g);
        List<Pod> all = problem.group(g).pods();
        int first = all.size() - counts[g] * problem.group(g).unit();
        all.subList(first, all.size()).forEach(pod -> left.add(new Unplaced(pod, why)));
      }
    }
    Reason others =
        new Reason(
            Reason.Kind.TOPOLOGY_SPREAD,
            "pods it is spread or kept together with were left over in other domains",
            0);
    strandedByOthers.forEach(pod -> left.add(new Unplaced(pod, List.of(others))));
    return left;
  }
}
