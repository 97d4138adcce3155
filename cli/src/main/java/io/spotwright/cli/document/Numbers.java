package io.spotwright.cli.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people, the same in every locale. */
public final class Numbers {
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Numbers() {}

  public static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** With commas between thousands, for sums of money. */
  public static String grouped(double value, int digits) {
    if (!Double.isFinite(value)) {
      return fixed(value, digits);
    }
    StringBuilder text = new StringBuilder(fixed(value, digits));
    int dot = text.indexOf(".");
    int first = value < 0 ? 1 : 0;
    for (int at = (dot < 0 ? text.length() : dot) - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** An hourly price, with as many digits as small prices need to differ. */
  public static String price(double value) {
    return grouped(value, Math.abs(value) < 100 ? 4 : 2);
  }

  /** {@code share} of 1 as a percentage without decimals. */
  public static String percent(double share) {
    return fixed(100 * share, 0) + " %";
  }

  /** Millicores as cores, for instance {@code 0.25}. */
  public static String cores(long milli) {
    return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
  }

  /** Bytes in the largest unit that leaves a number of at least 1. */
  public static String bytes(long amount) {
    double value = amount;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < BINARY.length - 1) {
      value /= 1024;
      unit++;
    }
    String number = fixed(value, 1);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number)
        + " "
        + BINARY[unit];
  }
}
