package io.spotwright.kubernetes.manifest.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class NearestNames {
  private NearestNames() {}

  /** {@code did you mean 'a' or 'b'?}, or all known names when none is near. */
  public static String hint(String name, Collection<String> known) {
    List<String> near =
        known.stream()
            .filter(each -> distance(name, each) <= Math.max(1, Math.min(3, each.length() / 3)))
            .sorted(Comparator.comparingInt(each -> distance(name, each)))
            .limit(3)
            .map(each -> "'" + each + "'")
            .toList();
    return near.isEmpty()
        ? "known: " + String.join(", ", known)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  /** Edits (insert, delete, replace a character) between the two, upper and lower case alike. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
