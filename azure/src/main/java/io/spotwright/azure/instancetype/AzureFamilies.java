package io.spotwright.azure.instancetype;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The family in the name of a VM size: {@code Dasv5} of {@code Standard_D4as_v5}. The {@code
 * family} of an instance-type file is Karpenter's series letter, too coarse for what is sold out
 * together.
 */
final class AzureFamilies {
  private static final Pattern NAME =
      Pattern.compile("Standard_([A-Z]+)\\d+(?:-\\d+)?([A-Za-z]*)((?:_[A-Za-z0-9]+)*)");
  private static final Pattern VERSION = Pattern.compile("[vV]\\d+");

  private AzureFamilies() {}

  /** The family, or an empty string for names that are no Azure size. */
  static String of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return "";
    }
    String letters = matcher.group(1);
    String features = matcher.group(2);
    // DS and GS are the old spelling of the feature s.
    if (letters.equals("DS") || letters.equals("GS")) {
      letters = letters.substring(0, 1);
      features = "s" + features;
    }
    String[] tokens = matcher.group(3).split("_", -1);
    int last = tokens.length - 1;
    StringBuilder family = new StringBuilder(letters).append(features);
    boolean accelerated = false;
    for (int i = 0; i <= last; i++) {
      String token = tokens[i];
      // Only at the end: NV4ads_V710_v5 has a GPU that looks like a version.
      if (i == last && VERSION.matcher(token).matches()) {
        family.append(accelerated ? " " : "").append(token);
      } else if (token.equals("cc")) {
        family.append("_cc");
      } else if (!token.isEmpty() && !Character.isDigit(token.charAt(0))) {
        family.append(' ').append(token);
        accelerated = true;
      }
    }
    return family.toString();
  }
}
