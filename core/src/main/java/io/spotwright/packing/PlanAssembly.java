package io.spotwright.packing;

import io.spotwright.market.CapacityPool;
import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Bin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns packed bins into nodes with names and pods. Where a shape stands for several offerings, the
 * capacity pool that has got the least so far is taken: spread costs nothing among equals.
 */
final class PlanAssembly {
  private final Problem problem;
  private final List<Bin> bins;
  private final int[] handedOut;
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final Map<CapacityPool, Integer> bought = new HashMap<>();
  private final List<Option> options = new ArrayList<>();

  PlanAssembly(Problem problem, List<Bin> bins) {
    this.problem = problem;
    this.bins = bins;
    this.handedOut = new int[problem.groups().size()];
    int number = 0;
    for (Bin bin : bins) {
      List<Pod> pods = pods(bin);
      if (bin.isExisting()) {
        var node = problem.existing().get(bin.existing()).node();
        nodes.add(new PlannedNode(node.name(), node, null, null, pods));
      } else {
        Option option = leastBought(problem.shape(bin.shape()));
        options.add(option);
        nodes.add(new PlannedNode("new-" + ++number, null, option.offering(), option.pool(), pods));
      }
    }
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
    return left;
  }
}
