package io.spotwright.kubernetes.manifest.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a text without quotes means. Kubernetes reads manifests by the rules of YAML 1.1
 * (sigs.k8s.io/ yaml): {@code yes} and {@code on} are booleans, {@code 0777} is octal, {@code
 * 1_000} is a number.
 */
public enum ScalarType {
  NULL,
  BOOLEAN,
  INTEGER,
  DECIMAL,
  TEXT;

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");
  private static final int LONGEST_NUMBER = 400;

  static ScalarType ofPlain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    return switch (text.charAt(0)) {
      case '~', 'n', 'N', 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' -> word(text);
      case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
      default -> TEXT;
    };
  }

  private static ScalarType word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> NULL;
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> BOOLEAN;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> BOOLEAN;
      default -> TEXT;
    };
  }

  /** Only for texts of type BOOLEAN. */
  public static boolean truth(String text) {
    return switch (text.charAt(0)) {
      case 'y', 'Y', 't', 'T' -> true;
      default -> text.equalsIgnoreCase("on");
    };
  }

  private static ScalarType number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return TEXT;
    }
    String digits = text.replace("_", "");
    if (isInteger(digits)) {
      return INTEGER;
    }
    return FLOAT.matcher(digits).matches() ? DECIMAL : TEXT;
  }

  private static boolean isInteger(String digits) {
    int start = sign(digits);
    int radix = radix(digits, start);
    int from = start + prefix(digits, start);
    if (from >= digits.length()) {
      return false;
    }
    for (int i = from; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The value of a text of type INTEGER or DECIMAL. */
  public static BigDecimal value(String text) {
    String digits = text.replace("_", "");
    if (!isInteger(digits)) {
      return new BigDecimal(digits);
    }
    int start = sign(digits);
    BigInteger magnitude =
        new BigInteger(digits.substring(start + prefix(digits, start)), radix(digits, start));
    return new BigDecimal(digits.startsWith("-") ? magnitude.negate() : magnitude);
  }

  private static int sign(String digits) {
    return digits.startsWith("+") || digits.startsWith("-") ? 1 : 0;
  }

  private static int radix(String digits, int start) {
    if (digits.length() < start + 2 || digits.charAt(start) != '0') {
      return 10;
    }
    return switch (digits.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefix(String digits, int start) {
    if (digits.length() < start + 2 || digits.charAt(start) != '0') {
      return 0;
    }
    return switch (digits.charAt(start + 1)) {
      case 'x', 'X', 'b', 'B', 'o', 'O' -> 2;
      default -> 1;
    };
  }
}
