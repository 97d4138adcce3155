package io.spotwright.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped name may have meant. */
public final class NearestNames {
  private NearestNames() {}

  /**
   * At most {@code limit} of {@code known} that are one edit in three characters away or less, or
   * that contain {@code name}; the nearest first, ties in alphabetical order. Case does not count.
   */
  public static List<String> of(String name, Collection<String> known, int limit) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int farthest = Math.max(1, wanted.length() / 3);
    return known.stream()
        .map(candidate ->
            new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.distance <= farthest || contains(scored.name, wanted))
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(limit)
        .map(Scored::name)
        .toList();
  }

  /** {@code "; did you mean a, b?"}, or nothing when no name is near. */
  public static String hint(String name, Collection<String> known) {
    List<String> near = of(name, known, 3);
    return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
  }

  private static boolean contains(String candidate, String wanted) {
    return wanted.length() >= 3 && candidate.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Insertions, deletions, replacements and swaps of neighbours, each counted as one. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  private record Scored(String name, int distance) {}
}
