package io.spotwright.model.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows: what a node promises of a label. Columns: what a pod wants. + they can come together. */
class RequirementsCompatibilityTest {
  private static final String[] WANTED = {
    "In a",
    "In a,b",
    "NotIn a",
    "NotIn b,c",
    "Exists",
    "DoesNotExist",
    "In 4",
    "Gt 3",
    "Lt 4",
    "Gte 4",
    "Lte 3",
    "Gt 3 & Lt 5",
    "In a & NotIn a",
    "Exists & NotIn a"
  };

  /** A dash is a key the node does not define. */
  private static final String TABLE =
      """
      offered         | Ina Inab NIa NIbc Ex DNE In4 Gt3 Lt4 Ge4 Le3 G3L5 none ExNIa
      -               |  .   .   +   +    .  +   .   .   .   .   .   .    .    .
      In a            |  +   +   .   +    +  .   .   .   .   .   .   .    .    .
      In a,b          |  +   +   +   +    +  .   .   .   .   .   .   .    .    +
      In b            |  .   +   +   .    +  .   .   .   .   .   .   .    .    +
      In 3            |  .   .   +   +    +  .   .   .   +   .   +   .    .    +
      In 4            |  .   .   +   +    +  .   +   +   .   +   .   +    .    +
      In 3,4          |  .   .   +   +    +  .   +   +   +   +   +   +    .    +
      NotIn a         |  .   +   +   +    +  +   +   +   +   +   +   +    .    +
      NotIn 4         |  +   +   +   +    +  +   .   +   +   +   +   .    .    +
      NotIn a,b       |  .   .   +   +    +  +   +   +   +   +   +   +    .    +
      Exists          |  +   +   +   +    +  .   +   +   +   +   +   +    .    +
      DoesNotExist    |  .   .   +   +    .  +   .   .   .   .   .   .    .    .
      Gt 3            |  .   .   +   +    +  .   +   +   .   +   .   +    .    +
      Gt 4            |  .   .   +   +    +  .   .   +   .   +   .   .    .    +
      Lt 4            |  .   .   +   +    +  .   .   .   +   .   +   .    .    +
      Gte 4           |  .   .   +   +    +  .   +   +   .   +   .   +    .    +
      Lte 4           |  .   .   +   +    +  .   +   +   +   +   +   +    .    +
      Gt 3 & Lt 5     |  .   .   +   +    +  .   +   +   .   +   .   +    .    +
      Exists & NotIn a|  .   +   +   +    +  .   +   +   +   +   +   +    .    +
      Gt 5 & Lt 5     |  .   .   .   .    .  .   .   .   .   .   .   .    .    .
      """;

  @TestFactory
  Stream<DynamicTest> offersMeetWishes() {
    return TABLE.lines().skip(1).flatMap(RequirementsCompatibilityTest::cells);
  }

  private static Stream<DynamicTest> cells(String row) {
    String[] parts = row.split("\\|");
    String[] cells = parts[1].trim().split("\\s+");
    Requirements node = Expression.conjunction("k", parts[0]);
    return IntStream.range(0, WANTED.length)
        .mapToObj(i ->
            dynamicTest(
                parts[0].trim() + " / " + WANTED[i],
                () ->
                    assertThat(node.compatible(Expression.conjunction("k", WANTED[i]), Set.of()))
                        .isEqualTo(cells[i].equals("+"))));
  }

  @Test
  void aWellKnownKeyMayBeLeftForTheCloudToFill() {
    Requirements pod = Requirements.of(List.of(Requirement.in("zone", "1")));

    assertThat(Requirements.NONE.compatible(pod, Set.of("zone"))).isTrue();
    assertThat(Requirements.NONE.conflict(pod, Set.of("region"))).isEqualTo("zone");
  }

  @Test
  void aWellKnownKeyThatIsDefinedStillHasToMeetTheWish() {
    Requirements pod = Requirements.of(List.of(Requirement.in("zone", "1")));

    assertThat(Requirements.ofLabels(Map.of("zone", "2")).compatible(pod, Set.of("zone")))
        .isFalse();
  }

  @Test
  void aKeyThePodDoesNotNameIsNoConflict() {
    assertThat(Requirements.ofLabels(Map.of("team", "x")).compatible(Requirements.NONE, Set.of()))
        .isTrue();
  }

  @Test
  void theLargestMinValuesOfAKeyIsKept() {
    Requirements requirements =
        Requirements.of(
            List.of(
                new Requirement("k", Operator.EXISTS, List.of(), 2),
                new Requirement("k", Operator.NOT_IN, List.of("a"), 5),
                Requirement.in("k", "b", "c")));

    assertThat(requirements.get("k").minValues()).isEqualTo(5);
  }

  @Test
  void everyIntegerBetweenTheBoundsRuledOutLeavesNothing() {
    assertThat(Expression.conjunction("k", "Gt 3 & Lt 6 & NotIn 4,5").isEmpty()).isTrue();
    assertThat(Expression.conjunction("k", "Gt 3 & Lt 7 & NotIn 4,5").isEmpty()).isFalse();
  }
}
