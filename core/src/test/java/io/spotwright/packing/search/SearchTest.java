package io.spotwright.packing.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.packing.bound.ResourcePrices;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final double SECONDS = 0.02;

  private static Scenario mixed() {
    Scenario scenario = new Scenario().spot(2, "z1", 0.05).spot(8, "z1", 0.17).spot(32, "z1", 0.71);
    for (int i = 1; i <= 12; i++) {
      scenario.pods("app-" + i, 5 + i, 0.1 + 0.37 * i % 3, 0.2 + 1.3 * i % 7);
    }
    return scenario;
  }

  /** A clock that stands still: the work alone ends the search. */
  private static Search searched(Problem problem, long seed) {
    Search search = new Search(problem, new ResourcePrices(problem).values(), seed);
    Deadline never = new Deadline(() -> 0, 1_000_000_000);
    search.start();
    search.correctValues(SECONDS, never);
    search.improve(SECONDS, never, price -> {});
    return search;
  }

  private static String text(List<Bin> bins) {
    StringBuilder text = new StringBuilder();
    for (Bin bin : bins) {
      text.append(bin.shape())
          .append(Arrays.toString(bin.groups()))
          .append(Arrays.toString(bin.counts()));
    }
    return text.toString();
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    String once = text(searched(mixed().problem(), 7).bins());
    assertThat(text(searched(mixed().problem(), 7).bins())).isEqualTo(once);
  }

  @Test
  void everyPodIsInOneBin() {
    Problem problem = mixed().problem();
    int[] packed = new int[problem.groups().size()];
    for (Bin bin : searched(problem, 1).bins()) {
      for (int e = 0; e < bin.groups().length; e++) {
        packed[bin.groups()[e]] += bin.counts()[e];
      }
    }
    assertThat(packed).isEqualTo(problem.groups().stream().mapToInt(g -> g.count()).toArray());
  }

  @Test
  void noBinHoldsMoreThanItsShape() {
    Problem problem = mixed().problem();
    assertThat(searched(problem, 1).bins())
        .allSatisfy(bin -> {
          for (int d = 0; d < bin.used().length; d++) {
            assertThat(bin.used()[d]).isLessThanOrEqualTo(problem.shape(bin.shape()).capacity()[d]);
          }
        });
  }

  @Test
  void improvingNeverMakesThePlanDearer() {
    Problem problem = mixed().problem();
    Search first = new Search(problem, new ResourcePrices(problem).values(), 3);
    first.start();
    assertThat(searched(problem, 3).price()).isLessThanOrEqualTo(first.price());
  }

  @Test
  void noPlanIsDearerThanWhatKarpentersRuleBuys() {
    Problem problem = mixed().problem();
    List<Bin> byRule =
        new KarpenterRule(problem).pack(new ResourcePrices(problem).values(), Long.MAX_VALUE);
    assertThat(byRule).isNotNull();
    assertThat(searched(problem, 1).price()).isLessThanOrEqualTo(Search.price(problem, byRule));
  }

  @Test
  void karpentersRuleFillsTheLargestSizeAndBuysTheCheapestThatHoldsIt() {
    Problem problem =
        new Scenario().spot(2, "z1", 0.05).spot(8, "z1", 0.17).pods("a", 9, 1, 1).problem();
    List<Bin> bins =
        new KarpenterRule(problem).pack(new ResourcePrices(problem).values(), Long.MAX_VALUE);
    assertThat(bins).extracting(bin -> problem.shape(bin.shape()).price()).contains(0.17, 0.05);
  }

  @Test
  void karpentersRuleGivesUpWhenItIsTooMuchWork() {
    Problem problem = mixed().problem();
    assertThat(new KarpenterRule(problem).pack(new ResourcePrices(problem).values(), 1)).isNull();
  }

  @Test
  void theSearchImprovesUnderLimitsAndKeepsThem() {
    Problem free = mixed().problem();
    long cores =
        searched(free, 1).bins().stream()
            .mapToLong(bin -> (long) free.shape(bin.shape()).capacity()[Problem.CPU])
            .sum();
    Problem problem = mixed().limits(Resources.of(Map.of(Resources.CPU, cores))).problem();
    Search search = searched(problem, 1);
    double bought =
        search.bins().stream()
            .mapToDouble(bin -> problem.shape(bin.shape()).capacity()[Problem.CPU])
            .sum();
    assertThat(bought).isLessThanOrEqualTo(cores);
  }

  @Test
  void nodesForSomePodsHoldJustThese() {
    Problem problem = mixed().problem();
    Search search = searched(problem, 1);
    int[] counts = new int[problem.groups().size()];
    counts[2] = 3;
    int packed =
        search.nodesFor(counts).stream().mapToInt(bin -> Arrays.stream(bin.counts()).sum()).sum();
    assertThat(packed).isEqualTo(3);
  }

  @Test
  void podsThatCannotShareANodeAreNeverExchangedOntoOne() {
    Problem problem =
        mixed()
            .pods(
                "loner",
                6,
                0.3,
                0.5,
                spec -> spec.requiredAntiAffinity(List.of(Scenario.term("loner", Labels.HOSTNAME))))
            .problem();
    int loner = problem.groups().size() - 1;
    for (Bin bin : searched(problem, 2).bins()) {
      for (int e = 0; e < bin.groups().length; e++) {
        assertThat(bin.groups()[e] == loner ? bin.counts()[e] : 1).isEqualTo(1);
      }
    }
  }
}
