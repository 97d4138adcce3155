package io.spotwright.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as Kubernetes writes them: {@code 250m}, {@code 1.5Gi}, {@code 2e3}. Suffixes are {@code
 * n u m k M G T P E} (powers of 1000), {@code Ki Mi Gi Ti Pi Ei} (powers of 1024) or a decimal
 * exponent; a lone {@code E} is exa. Source: the serialization format of the API's
 * resource.Quantity.
 */
public final class Quantity {
  private static final String FORMS =
      "a quantity is a number with at most one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei"
          + " or an exponent, such as 500m, 1.5Gi, 2e3";
  private static final int LONGEST = 64;

  private Quantity() {}

  /**
   * The amount in whole units, or in thousandths when {@code milli}; fractions are rounded away
   * from zero, as the API does. Throws {@link IllegalArgumentException} with a sentence for people
   * when {@code text} is no quantity or the amount does not fit 63 bits.
   */
  public static long parse(String text, boolean milli) {
    int split = endOfNumber(text);
    long simple = simple(text, split, milli);
    return simple >= 0 ? simple : exact(text, split, milli);
  }

  /** Short unsigned integers with a decimal or binary suffix: nearly all there are; else -1. */
  private static long simple(String text, int split, boolean milli) {
    if (split == 0 || split > 9 || text.length() - split > 2) {
      return -1;
    }
    long factor =
        switch (text.substring(split)) {
          case "" -> milli ? 1000 : 1;
          case "m" -> milli ? 1 : -1;
          case "k" -> milli ? 1_000_000 : 1000;
          case "Ki" -> milli ? -1 : 1L << 10;
          case "Mi" -> milli ? -1 : 1L << 20;
          case "Gi" -> milli ? -1 : 1L << 30;
          default -> -1;
        };
    if (factor < 0) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < split; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return Long.MAX_VALUE / factor > number ? number * factor : -1;
  }

  private static long exact(String text, int split, boolean milli) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a quantity of " + text.length() + " characters is refused; " + FORMS);
    }
    BigDecimal number = number(text, split);
    BigDecimal amount = scaled(number, text, split);
    if (milli) {
      amount = amount.scaleByPowerOfTen(3);
    }
    if (amount.signum() == 0) {
      return 0;
    }
    long magnitude = (long) amount.precision() - amount.scale();
    if (magnitude > 19) {
      throw tooLarge(text);
    }
    if (magnitude < 0) {
      return amount.signum();
    }
    try {
      return amount.setScale(0, RoundingMode.UP).longValueExact();
    } catch (ArithmeticException e) {
      throw tooLarge(text);
    }
  }

  private static int endOfNumber(String text) {
    int end = 0;
    while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static BigDecimal number(String text, int split) {
    String digits = text.substring(0, split);
    int start = digits.startsWith("+") || digits.startsWith("-") ? 1 : 0;
    int points = 0;
    int count = 0;
    for (int i = start; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == '.') {
        points++;
      } else if (c >= '0' && c <= '9') {
        count++;
      } else {
        throw malformed(text);
      }
    }
    if (count == 0 || points > 1) {
      throw malformed(text);
    }
    return new BigDecimal(digits);
  }

  private static BigDecimal scaled(BigDecimal number, String text, int split) {
    String suffix = text.substring(split);
    return switch (suffix) {
      case "" -> number;
      case "n" -> number.scaleByPowerOfTen(-9);
      case "u" -> number.scaleByPowerOfTen(-6);
      case "m" -> number.scaleByPowerOfTen(-3);
      case "k" -> number.scaleByPowerOfTen(3);
      case "M" -> number.scaleByPowerOfTen(6);
      case "G" -> number.scaleByPowerOfTen(9);
      case "T" -> number.scaleByPowerOfTen(12);
      case "P" -> number.scaleByPowerOfTen(15);
      case "E" -> number.scaleByPowerOfTen(18);
      case "Ki" -> number.multiply(BigDecimal.valueOf(1L << 10));
      case "Mi" -> number.multiply(BigDecimal.valueOf(1L << 20));
      case "Gi" -> number.multiply(BigDecimal.valueOf(1L << 30));
      case "Ti" -> number.multiply(BigDecimal.valueOf(1L << 40));
      case "Pi" -> number.multiply(BigDecimal.valueOf(1L << 50));
      case "Ei" -> number.multiply(BigDecimal.valueOf(1L << 60));
      default -> number.scaleByPowerOfTen(exponent(text, suffix));
    };
  }

  private static int exponent(String text, String suffix) {
    if (!suffix.startsWith("e") && !suffix.startsWith("E")) {
      throw malformed(text);
    }
    String digits = suffix.substring(1);
    int start = digits.startsWith("+") || digits.startsWith("-") ? 1 : 0;
    if (digits.length() == start || digits.length() > start + 5) {
      throw malformed(text);
    }
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw malformed(text);
      }
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("'" + text + "' is not a quantity; " + FORMS);
  }

  private static IllegalArgumentException tooLarge(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is too large: amounts must stay below 2^63 in the base unit");
  }
}
