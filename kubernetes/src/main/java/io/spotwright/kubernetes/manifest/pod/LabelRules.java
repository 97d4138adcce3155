package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import java.util.Map;
import java.util.SortedMap;

/** The syntax of label keys and values, as the API server checks it. */
public final class LabelRules {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PREFIX = 253;

  private LabelRules() {}

  /** Reads a mapping of labels and reports keys and values that no API server accepts. */
  public static SortedMap<String, String> labels(Fields owner, String key) {
    SortedMap<String, String> labels = owner.textMap(key);
    if (!labels.isEmpty()) {
      Fields at = owner.object(key);
      for (Map.Entry<String, String> label : labels.entrySet()) {
        if (at != null && !isKey(label.getKey())) {
          at.problem(label.getKey(), badKey(at.path(), label.getKey()), KEY_HINT);
        } else if (at != null && !isValue(label.getValue())) {
          at.problem(
              label.getKey(),
              at.path(label.getKey()) + " has the invalid label value \"" + label.getValue() + "\"",
              "at most 63 letters, digits, '-', '_', '.', with a letter or digit at both ends");
        }
      }
    }
    return labels;
  }

  static final String KEY_HINT =
      "a key is NAME or PREFIX/NAME, the name at most 63 letters, digits, '-', '_', '.'";

  static String badKey(String path, String key) {
    return path + " has the invalid label key \"" + key + "\"";
  }

  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      return !key.isEmpty() && isValue(key);
    }
    return isPrefix(key, slash) && slash < key.length() - 1 && isValue(key.substring(slash + 1));
  }

  /** A DNS subdomain: lower-case labels parted by dots. */
  private static boolean isPrefix(String key, int length) {
    if (length == 0 || length > LONGEST_PREFIX) {
      return false;
    }
    boolean boundary = true;
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!alphanumeric && (boundary || c != '-' && c != '.' || (c == '.' && lastIsDash(key, i)))) {
        return false;
      }
      boundary = c == '.';
    }
    return !boundary && !lastIsDash(key, length);
  }

  private static boolean lastIsDash(String key, int end) {
    return key.charAt(end - 1) == '-';
  }

  static boolean isValue(String value) {
    int length = value.length();
    if (length == 0) {
      return true;
    }
    if (length > LONGEST_NAME
        || !isAlphanumeric(value.charAt(0))
        || !isAlphanumeric(value.charAt(length - 1))) {
      return false;
    }
    for (int i = 1; i < length - 1; i++) {
      char c = value.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
