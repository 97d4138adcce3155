package io.spotwright.packing;

import io.spotwright.model.NodePool;
import io.spotwright.model.Pod;
import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import io.spotwright.packing.search.Search;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * NodePools by weight, as Karpenter has it: a pod is served by the heaviest NodePool that accepts
 * it, and by a lighter one only when the limits of the heavier ones are used up. Which pods those
 * are is found by a first plan; they are then stated again with the next weight added.
 */
final class Demotions {
  private Demotions() {}

  /** The problem in which no pod is left over that a NodePool of lower weight would take. */
  static Problem settled(PlanRequest request) {
    Problem problem = new ProblemBuilder(request).build();
    List<NodePool> pools = request.observation().nodePools();
    long weights = pools.stream().mapToInt(NodePool::weight).distinct().count();
    if (weights < 2 || problem.limits().none()) {
      return problem;
    }
    Map<Pod, Integer> demoted = new IdentityHashMap<>();
    // Demoted pods may still take the last room above, so a step may be needed more than once.
    for (long step = 0; step < 2 * weights; step++) {
      Search search = new Search(problem, new ResourcePrices(problem).values(), request.seed());
      search.start();
      if (Arrays.stream(search.left()).sum() == 0) {
        break;
      }
      demote(problem, search.left(), demoted);
      problem = new ProblemBuilder(request, demoted).build();
    }
    return problem;
  }

  private static void demote(Problem problem, int[] left, Map<Pod, Integer> demoted) {
    for (int g = 0; g < left.length; g++) {
      List<Pod> pods = problem.group(g).pods();
      int first = pods.size() - left[g] * problem.group(g).unit();
      pods.subList(first, pods.size()).forEach(pod -> demoted.merge(pod, 1, Integer::sum));
    }
  }
}
