package io.spotwright.scheduling.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceScoreTest {

  @ParameterizedTest
  @CsvSource({
    // used and capacity of CPU, then of memory; both thirds are cut before and after the mean
    "0, 1000, 0, 1000, 100",
    "500, 1000, 250, 1000, 62",
    "1000, 3000, 1000, 3000, 66",
    "999, 3000, 2, 3, 49",
    "1001, 1000, 0, 1000, 50",
    "10, 0, 250, 1000, 75",
    "10, 0, 10, 0, 0"
  })
  void leastAllocatedIsTheMeanOfTheFreeShares(long c, long cs, long m, long ms, int expected) {
    assertThat(ResourceScore.leastAllocated(c, cs, m, ms)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "500, 1000, 500, 1000, 100",
    "1000, 1000, 0, 1000, 50",
    "900, 1000, 300, 1000, 70",
    "2000, 1000, 500, 1000, 75",
    "1, 0, 5, 10, 100"
  })
  void evennessFallsByHalfTheDifferenceOfTheShares(long c, long cs, long m, long ms, int expected) {
    assertThat(ResourceScore.evenness(c, cs, m, ms)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"100,100,75", "100,50,100", "50,100,50", "80,79,75", "79,80,74", "82,79,76"})
  void balanceComparesWithThePodAndWithout(int with, int before, int expected) {
    assertThat(ResourceScore.balanced(with, before)).isEqualTo(expected);
  }

  @Test
  void theDivisionOfDoublesIsTheDivisionOfIntegers() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      long capacity = 1 + random.nextLong(1L << 46);
      long used = capacity - capacity * random.nextInt(101) / 100 + random.nextInt(3) - 1;
      used = Math.clamp(used, 0, capacity);
      assertThat(ResourceScore.leastAllocated(used, capacity, used, capacity))
          .isEqualTo((int) ((capacity - used) * 100 / capacity));
    }
  }
}
