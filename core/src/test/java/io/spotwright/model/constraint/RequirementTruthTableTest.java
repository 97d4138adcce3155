package io.spotwright.model.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One cell per expression and label value, decided by hand: + the node matches, . it does not. */
class RequirementTruthTableTest {
  private static final String[] VALUES = {
    null, "a", "b", "c", "-3", "0", "3", "4", "5", "04", "4x"
  };

  private static final String TABLE =
      """
      expression         | none a  b  c  -3 0  3  4  5  04 4x
      In a               |  .   +  .  .  .  .  .  .  .  .  .
      In a,b             |  .   +  +  .  .  .  .  .  .  .  .
      In 4               |  .   .  .  .  .  .  .  +  .  .  .
      In 4,4x            |  .   .  .  .  .  .  .  +  .  .  +
      NotIn a            |  +   .  +  +  +  +  +  +  +  +  +
      NotIn a,4          |  +   .  +  +  +  +  +  .  +  +  +
      NotIn z            |  +   +  +  +  +  +  +  +  +  +  +
      Exists             |  .   +  +  +  +  +  +  +  +  +  +
      DoesNotExist       |  +   .  .  .  .  .  .  .  .  .  .
      Gt 3               |  .   .  .  .  .  .  .  +  +  +  .
      Gt -4              |  .   .  .  .  +  +  +  +  +  +  .
      Gt 5               |  .   .  .  .  .  .  .  .  .  .  .
      Gte 4              |  .   .  .  .  .  .  .  +  +  +  .
      Gte -3             |  .   .  .  .  +  +  +  +  +  +  .
      Lt 4               |  .   .  .  .  +  +  +  .  .  .  .
      Lt 0               |  .   .  .  .  +  .  .  .  .  .  .
      Lte 4              |  .   .  .  .  +  +  +  +  .  +  .
      Lte -3             |  .   .  .  .  +  .  .  .  .  .  .
      Gt x               |  .   .  .  .  .  .  .  .  .  .  .
      Exists & NotIn a   |  .   .  +  +  +  +  +  +  +  +  +
      In a,b & NotIn a   |  .   .  +  .  .  .  .  .  .  .  .
      In a & In b        |  .   .  .  .  .  .  .  .  .  .  .
      In a & Exists      |  .   +  .  .  .  .  .  .  .  .  .
      NotIn a & NotIn b  |  +   .  .  +  +  +  +  +  +  +  +
      Gt 3 & Lt 5        |  .   .  .  .  .  .  .  +  .  +  .
      Gte 4 & Lte 4      |  .   .  .  .  .  .  .  +  .  +  .
      Gt 3 & NotIn 4     |  .   .  .  .  .  .  .  .  +  +  .
      In 3,4,a & Gt 3    |  .   .  .  .  .  .  .  +  .  .  .
      Gt 4 & Lt 4        |  .   .  .  .  .  .  .  .  .  .  .
      NotIn a & Lt 1     |  .   .  .  .  +  +  .  .  .  .  .
      Gt 9223372036854775807  | .   .  .  .  .  .  .  .  .  .  .
      Lt -9223372036854775808 | .   .  .  .  .  .  .  .  .  .  .
      Exists & DoesNotExist   | .   .  .  .  .  .  .  .  .  .  .
      In a & DoesNotExist     | .   .  .  .  .  .  .  .  .  .  .
      NotIn a & DoesNotExist  | +   .  .  .  .  .  .  .  .  .  .
      """;

  @TestFactory
  Stream<DynamicTest> conjunctionsAllowTheseValues() {
    return TABLE.lines().skip(1).flatMap(RequirementTruthTableTest::cells);
  }

  private static Stream<DynamicTest> cells(String row) {
    String[] parts = row.split("\\|");
    String[] cells = parts[1].trim().split("\\s+");
    Requirements requirements = Expression.conjunction("k", parts[0]);
    return IntStream.range(0, VALUES.length)
        .mapToObj(i -> {
          Map<String, String> labels =
              VALUES[i] == null ? Map.of("other", "a") : Map.of("k", VALUES[i]);
          return dynamicTest(
              parts[0].trim() + " on " + VALUES[i],
              () -> assertThat(requirements.matches(labels)).isEqualTo(cells[i].equals("+")));
        });
  }
}
