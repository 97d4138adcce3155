package io.spotwright.azure.catalog;

import io.spotwright.model.NearestNames;
import java.util.List;
import java.util.Locale;

/** All regions in alphabetical order, read once. */
final class RegionTable {
  private static final List<Region> REGIONS =
      Tsv.require("regions.tsv").stream()
          .map(row ->
              new Region(
                  row[0],
                  row[1],
                  row[2],
                  Integer.parseInt(row[3]),
                  Integer.parseInt(row[4]),
                  Integer.parseInt(row[5])))
          .toList();

  private RegionTable() {}

  static List<Region> all() {
    return REGIONS;
  }

  /** The region of that name or display name ({@code West Europe}), in any case. */
  static Region get(String name) {
    String wanted = name.toLowerCase(Locale.ROOT).replace(" ", "");
    for (Region region : REGIONS) {
      if (region.name().equals(wanted)) {
        return region;
      }
    }
    List<String> known = REGIONS.stream().filter(Region::priced).map(Region::name).toList();
    throw new UnknownNameException(
        "unknown region '" + name + "'" + NearestNames.hint(wanted, known));
  }
}
