package io.spotwright.packing.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Pod;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.bound.ColumnGeneration.Pattern;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnGenerationTest {
  private static final int REQUESTS = 3000;

  private static ColumnGeneration generation(PlanRequest request, Problem problem, int threads) {
    DomainFree free = DomainFree.of(problem, request);
    return new ColumnGeneration(free, new ResourcePrices(free.problem()), threads);
  }

  private static List<Pod> placeable(Problem problem) {
    return problem.groups().stream().flatMap(group -> group.pods().stream()).toList();
  }

  @Test
  void noDivisionOfTheSamePodsAmongNodesIsCheaperThanTheBound() {
    int close = 0;
    int solved = 0;
    for (long seed = 0; seed < REQUESTS; seed++) {
      PlanRequest request = TinyRequest.of(seed);
      Problem problem = new ProblemBuilder(request).build();
      ColumnGeneration generation = generation(request, problem, 1);
      generation.run(() -> false);
      double optimum = TinyOptimum.of(request, placeable(problem));
      assertThat(generation.bound()).as("seed %d", seed).isBetween(0.0, optimum + 1e-9);
      solved += Double.isFinite(optimum) ? 1 : 0;
      close += generation.bound() > 0.95 * optimum ? 1 : 0;
    }
    // Guards against a bound that is valid because it is nearly nothing.
    assertThat(solved).isGreaterThan(REQUESTS / 2);
    assertThat(close).isGreaterThan(solved / 2);
  }

  @Test
  void theBoundNeverFallsAndStartsNoLowerThanTheResourcesAlone() {
    for (long seed = 0; seed < 300; seed++) {
      PlanRequest request = TinyRequest.of(seed);
      Problem problem = new ProblemBuilder(request).build();
      ColumnGeneration generation = generation(request, problem, 1);
      if (problem.existing().isEmpty()) {
        DomainFree free = DomainFree.of(problem, request);
        if (placeable(problem).size() == placeable(free.problem()).size()) {
          double resources = new ResourcePrices(free.problem()).bound();
          assertThat(generation.bound())
              .as("seed %d", seed)
              .isGreaterThanOrEqualTo(resources * 0.99999);
        }
      }
      double before = generation.bound();
      while (generation.step(() -> false)) {
        assertThat(generation.bound()).isGreaterThanOrEqualTo(before);
        before = generation.bound();
      }
    }
  }

  @Test
  void twoThreadsProveWhatOneProves() {
    for (long seed = 0; seed < 100; seed++) {
      PlanRequest request = TinyRequest.of(seed);
      Problem problem = new ProblemBuilder(request).build();
      ColumnGeneration one = generation(request, problem, 1);
      ColumnGeneration two = generation(request, problem, 2);
      one.run(() -> false);
      two.run(() -> false);
      assertThat(two.bound()).as("seed %d", seed).isEqualTo(one.bound());
      assertThat(two.duals()).isEqualTo(one.duals());
    }
  }

  @Test
  void worthsAddUpToTheBoundAndPatternsFitTheirNodes() {
    for (long seed = 0; seed < 300; seed++) {
      PlanRequest request = TinyRequest.of(seed);
      Problem problem = new ProblemBuilder(request).build();
      if (!problem.existing().isEmpty()) {
        continue;
      }
      ColumnGeneration generation = generation(request, problem, 1);
      generation.run(() -> false);
      double total = 0;
      for (int g = 0; g < problem.groups().size(); g++) {
        total += generation.duals()[g] * problem.group(g).count();
      }
      assertThat(total).isCloseTo(generation.bound(), org.assertj.core.data.Offset.offset(1e-6));
      Problem free = DomainFree.of(problem, request).problem();
      generation.patterns().forEach(pattern -> assertFits(free, pattern));
    }
  }

  private static void assertFits(Problem problem, Pattern pattern) {
    double[] used = new double[problem.dimensions().size()];
    for (int e = 0; e < pattern.groups().length; e++) {
      int g = pattern.groups()[e];
      assertThat(problem.allowed(pattern.shape())[g]).isTrue();
      for (int d = 0; d < used.length; d++) {
        used[d] += problem.group(g).request()[d] * pattern.counts()[e];
      }
    }
    assertThat(problem.shape(pattern.shape()).holds(used)).isTrue();
  }

  @Test
  void stopsWhenToldAndStaysValid() {
    PlanRequest request = TinyRequest.of(1);
    Problem problem = new ProblemBuilder(request).build();
    ColumnGeneration generation = generation(request, problem, 1);
    double before = generation.bound();
    generation.run(() -> true);
    assertThat(generation.bound()).isEqualTo(before);
  }
}
