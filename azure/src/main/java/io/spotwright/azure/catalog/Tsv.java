package io.spotwright.azure.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tab-separated tables next to this class. */
final class Tsv {
  private Tsv() {}

  /** Fields of every line that is no comment; {@code null} when there is no such table. */
  static @Nullable List<String[]> read(String table) {
    try (InputStream in = Tsv.class.getResourceAsStream(table)) {
      return in == null ? null : rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the embedded table " + table, e);
    }
  }

  private static List<String[]> rows(String text) {
    List<String[]> rows = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (text.charAt(start) != '#') {
        rows.add(text.substring(start, end).split("\t", -1));
      }
      start = end + 1;
    }
    return rows;
  }

  /** As {@link #read}, for tables that are always there. */
  static List<String[]> require(String table) {
    List<String[]> rows = read(table);
    if (rows == null) {
      throw new IllegalStateException(
          "the embedded table " + table + " is missing from this build");
    }
    return rows;
  }
}
