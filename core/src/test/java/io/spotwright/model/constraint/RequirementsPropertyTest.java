package io.spotwright.model.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The algebra against the expressions asked one by one on every small set of labels. */
class RequirementsPropertyTest {
  private static final String[] KEYS = {"k", "l"};
  private static final String[] VALUES = {"a", "b", "-1", "0", "1", "2", "3"};

  private final Random random = new Random(20_261_122);

  @Test
  void aConjunctionMatchesWhereEveryExpressionDoes() {
    for (int round = 0; round < 1_000; round++) {
      List<Requirement> some = requirements();
      Requirements all = Requirements.of(some);
      for (Map<String, String> labels : everyLabels()) {
        assertThat(all.matches(labels))
            .as(() -> some + " on " + labels)
            .isEqualTo(some.stream().allMatch(r -> r.matches(labels.get(r.key()))));
      }
    }
  }

  @Test
  void intersectionMatchesWhereBothDoAndOrderDoesNotMatter() {
    for (int round = 0; round < 1_000; round++) {
      Requirements a = Requirements.of(requirements());
      Requirements b = Requirements.of(requirements());
      Requirements c = Requirements.of(requirements());
      for (Map<String, String> labels : everyLabels()) {
        assertThat(a.and(b).matches(labels)).isEqualTo(a.matches(labels) && b.matches(labels));
      }
      assertThat(a.and(b)).isEqualTo(b.and(a));
      assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
      assertThat(a.and(a)).isEqualTo(a);
      assertThat(a.and(Requirements.NONE)).isEqualTo(a);
    }
  }

  @Test
  void whatIsEmptyMatchesNothingAndWhatIsNotMatchesSomething() {
    for (int round = 0; round < 1_000; round++) {
      Requirements some = Requirements.of(requirements());
      boolean anyMatch = everyLabels().stream().anyMatch(some::matches);
      assertThat(some.isEmpty()).as(some::toString).isEqualTo(!anyMatch);
    }
  }

  @Test
  void definedKeysAreCompatibleExactlyWhenTheirIntersectionIsNotEmpty() {
    for (int round = 0; round < 1_000; round++) {
      Requirements node = Requirements.of(requirements()).and(Requirements.of(everyKeyExists()));
      Requirements pod = Requirements.of(requirements());
      boolean conflict =
          pod.byKey().keySet().stream().anyMatch(k -> node.get(k).and(pod.get(k)).isEmpty());
      assertThat(node.compatible(pod, Set.of())).isEqualTo(!conflict);
    }
  }

  private static List<Requirement> everyKeyExists() {
    return List.of(
        new Requirement("k", Operator.EXISTS, List.of()),
        new Requirement("l", Operator.EXISTS, List.of()));
  }

  private List<Requirement> requirements() {
    List<Requirement> list = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Operator operator = Operator.values()[random.nextInt(Operator.values().length)];
      list.add(new Requirement(KEYS[random.nextInt(2)], operator, values(operator)));
    }
    return list;
  }

  private List<String> values(Operator operator) {
    return switch (operator) {
      case EXISTS, DOES_NOT_EXIST -> List.of();
      case GT, LT, GTE, LTE -> List.of(Integer.toString(random.nextInt(4)));
      case IN, NOT_IN -> List.of(any(), any());
    };
  }

  private String any() {
    return VALUES[random.nextInt(VALUES.length)];
  }

  /** Absent, and every value with two more that no expression names, for both keys. */
  private static List<Map<String, String>> everyLabels() {
    List<String> values = new ArrayList<>(List.of("", "z", "77", "-77"));
    values.addAll(List.of(VALUES));
    List<Map<String, String>> all = new ArrayList<>();
    for (String k : values) {
      for (String l : values) {
        Map<String, String> labels = new HashMap<>();
        if (!k.isEmpty()) {
          labels.put("k", k);
        }
        if (!l.isEmpty()) {
          labels.put("l", l);
        }
        all.add(labels);
      }
    }
    return all;
  }
}
