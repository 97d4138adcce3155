package io.spotwright.cli.command;

import io.spotwright.model.NearestNames;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readers of flag values; each throws {@link BadValue}. */
public final class Values {
  private static final Duration LONGEST = Duration.ofHours(24);

  private Values() {}

  /** {@code 500ms}, {@code 2s}, {@code 1.5m}, {@code 1h}; more than nothing, at most a day. */
  public static Duration duration(String text) {
    int unit = text.length();
    while (unit > 0 && Character.isLetter(text.charAt(unit - 1))) {
      unit--;
    }
    long millis =
        switch (text.substring(unit)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 0;
        };
    BigDecimal number = decimal(text.substring(0, unit));
    if (number == null || millis == 0) {
      throw new BadValue("'" + text + "' is not a duration", "write for instance 500ms, 2s or 1m");
    }
    BigDecimal amount = number.multiply(BigDecimal.valueOf(millis));
    if (amount.signum() <= 0 || amount.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0) {
      throw new BadValue("'" + text + "' is out of range", "give more than 0 and at most 24h");
    }
    return Duration.ofNanos(amount.movePointRight(6).longValue());
  }

  /** {@code 10%} or {@code 0.1}; more than 0, at most 1. */
  public static Double share(String text) {
    boolean percent = text.endsWith("%");
    BigDecimal number = decimal(percent ? text.substring(0, text.length() - 1) : text);
    if (number == null) {
      throw new BadValue("'" + text + "' is not a share", "write for instance 10% or 0.1");
    }
    double share = percent ? number.movePointLeft(2).doubleValue() : number.doubleValue();
    if (share <= 0 || share > 1) {
      String hint =
          !percent && share > 1 && share <= 100
              ? "write " + text + "% when you mean per cent"
              : "give more than 0% and at most 100%";
      throw new BadValue("'" + text + "' is out of range", hint);
    }
    return share;
  }

  /** A reader of whole numbers from {@code least} to {@code most}. */
  public static Function<String, Integer> whole(int least, int most) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Falls through: the message is the same as for a number out of range.
      }
      throw new BadValue("'" + text + "' is not a whole number from " + least + " to " + most, "");
    };
  }

  public static Long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadValue("'" + text + "' is not a whole number", "");
    }
  }

  /** A reader that takes one of {@code names} and suggests the nearest for another. */
  public static Function<String, String> oneOf(List<String> names) {
    return text -> {
      if (names.contains(text)) {
        return text;
      }
      throw new BadValue(
          "'" + text + "' is not known" + NearestNames.hint(text, names),
          "choose one of " + String.join(", ", names));
    };
  }

  private static @Nullable BigDecimal decimal(String text) {
    // BigDecimal also reads exponents, where 1e999999999 costs minutes to expand.
    if (text.isEmpty() || text.length() > 12 || !text.matches("[0-9]*\\.?[0-9]+")) {
      return null;
    }
    return new BigDecimal(text);
  }
}
