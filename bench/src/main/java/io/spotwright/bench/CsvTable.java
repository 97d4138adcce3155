package io.spotwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file with a header; no field holds a comma. Lines that start with {@code #} are remarks.
 */
final class CsvTable {
  private CsvTable() {}

  /** One line, by column name. */
  record Row(Path file, int line, Map<String, String> fields) {

    String text(String column) {
      String value = fields.get(column);
      if (value == null) {
        throw new IllegalArgumentException(
            file + ":" + line + ": column " + column + " is missing");
      }
      return value;
    }

    long number(String column) {
      try {
        return Long.parseLong(text(column));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            file + ":" + line + ": column " + column + ": '" + text(column) + "' is not a number",
            e);
      }
    }

    /** NaN where the field is empty. */
    double decimal(String column) {
      return text(column).isEmpty() ? Double.NaN : Double.parseDouble(text(column));
    }
  }

  static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      List<String> fields = List.of(line.split(",", -1));
      if (header.isEmpty()) {
        header = fields;
        continue;
      }
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
        named.put(header.get(i), fields.get(i));
      }
      rows.add(new Row(file, number, named));
    }
    return rows;
  }
}
