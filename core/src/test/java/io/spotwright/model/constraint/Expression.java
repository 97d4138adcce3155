package io.spotwright.model.constraint;

import java.util.List;

/**
 * Reads the tables' short form: {@code In a,b}, {@code Exists}, {@code Gt 4}, {@code -} for none.
 */
final class Expression {
  private Expression() {}

  static Requirement requirement(String key, String text) {
    String[] words = text.trim().split(" ", 2);
    List<String> values = words.length == 1 ? List.of() : List.of(words[1].split(","));
    return new Requirement(key, Operator.of(words[0]), values);
  }

  /** All expressions of {@code A & B & C} over one key. */
  static Requirements conjunction(String key, String text) {
    if (text.trim().equals("-")) {
      return Requirements.NONE;
    }
    return Requirements.of(
        List.of(text.split("&")).stream().map(part -> requirement(key, part)).toList());
  }
}
