package io.spotwright.azure.catalog;

import io.spotwright.model.NearestNames;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All VM sizes by name, read once. */
final class SizeTable {
  static final String PREFIX = "Standard_";

  private static final Map<String, AzureSize> SIZES = read();

  private SizeTable() {}

  static Collection<AzureSize> all() {
    return SIZES.values();
  }

  static @Nullable AzureSize find(String name) {
    return SIZES.get(name);
  }

  /** The size of that name, in any case and with or without its prefix. */
  static AzureSize get(String name) {
    String full = name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? name : PREFIX + name;
    AzureSize size = SIZES.get(full);
    if (size != null) {
      return size;
    }
    for (AzureSize candidate : all()) {
      if (candidate.name().equalsIgnoreCase(full)) {
        return candidate;
      }
    }
    throw new UnknownNameException(
        "unknown VM size '" + name + "'" + NearestNames.hint(full, SIZES.keySet()));
  }

  private static Map<String, AzureSize> read() {
    Map<String, AzureSize> sizes = new LinkedHashMap<>();
    for (String[] row : Tsv.require("sizes.tsv")) {
      AzureSize size = size(row);
      sizes.put(size.name(), size);
    }
    return Collections.unmodifiableMap(sizes);
  }

  /** The columns are those that the generator lists in the first line of the table. */
  private static AzureSize size(String[] row) {
    return new AzureSize(
        PREFIX + row[0],
        row[1],
        row[2],
        row[3],
        Integer.parseInt(row[4]),
        Integer.parseInt(row[5]),
        Double.parseDouble(row[6]),
        row[16].equals("family-rule"),
        row[7],
        Integer.parseInt(row[9]),
        row[10],
        Integer.parseInt(row[11]),
        row[12].isEmpty() ? null : Boolean.valueOf(row[12]),
        Boolean.parseBoolean(row[13]),
        row[14].isEmpty() ? null : Integer.valueOf(row[14]),
        row[15],
        row[17].isEmpty() ? Set.of() : Set.of(row[17].split(",", -1)),
        row[18]);
  }
}
