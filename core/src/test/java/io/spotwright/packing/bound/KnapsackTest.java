package io.spotwright.packing.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.packing.bound.Relaxation.Container;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KnapsackTest {
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void everyUpperBoundHoldsAndAFinishedSearchFindsTheBest() {
    for (long seed = 0; seed < 1500; seed++) {
      Problem problem = new ProblemBuilder(TinyRequest.of(seed)).build();
      DomainFree free = DomainFree.untied(problem);
      Relaxation relaxation = new Relaxation(problem, free.counts());
      if (relaxation.items() == 0) {
        continue;
      }
      Knapsack knapsack = new Knapsack(relaxation);
      double[] values = random.doubles(relaxation.items(), 0, 1).toArray();
      for (Container container : relaxation.containers()) {
        double best = best(relaxation, container, values, new int[values.length], 0);
        for (long budget : new long[] {0, 1, 3, 10_000}) {
          knapsack.solve(container, values, 0, 0, budget, () -> false);
          assertThat(knapsack.upper()).as("seed %d", seed).isGreaterThan(best - 1e-9);
          assertThat(knapsack.best()).isLessThan(best + 1e-9);
        }
        assertThat(knapsack.best()).as("seed %d", seed).isGreaterThan(best - 1e-9);
        assertThat(worth(knapsack.found(), values)).isGreaterThan(best - 1e-9);
      }
    }
  }

  private static double worth(int[] pods, double[] values) {
    double worth = 0;
    for (int i = 0; i < pods.length; i++) {
      worth += pods[i] * values[i];
    }
    return worth;
  }

  private static double best(
      Relaxation problem, Container container, double[] values, int[] pods, int next) {
    if (next == pods.length) {
      return fits(problem, container, pods) ? worth(pods, values) : 0;
    }
    double best = 0;
    for (int n = 0; n <= container.most()[next]; n++) {
      pods[next] = n;
      best = Math.max(best, best(problem, container, values, pods, next + 1));
    }
    pods[next] = 0;
    return best;
  }

  private static boolean fits(Relaxation problem, Container container, int[] pods) {
    for (int r = 0; r < container.capacity().length; r++) {
      double used = 0;
      for (int i = 0; i < pods.length; i++) {
        used += pods[i] * problem.request()[i][r];
      }
      if (used > container.capacity()[r]) {
        return false;
      }
    }
    for (NodeRows.Condition condition : problem.conditions()) {
      int owners = condition.owners().stream().map(i -> pods[i]).sum();
      int members = condition.members().stream().map(i -> pods[i]).sum();
      if (owners > 0 && members > condition.cap()) {
        return false;
      }
    }
    return true;
  }
}
