package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.Region;
import io.spotwright.cli.document.Style;
import io.spotwright.cli.document.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Regions for people. */
final class RegionList {
  private RegionList() {}

  static void write(List<Region> regions, Writer out, Style style) throws IOException {
    TextTable table =
        new TextTable(
            TextTable.text("REGION"),
            TextTable.text("NAME"),
            TextTable.text("GEOGRAPHY"),
            TextTable.number("ZONES"),
            TextTable.number("SIZES"),
            TextTable.text("SPOT PRICES"));
    for (Region region : regions) {
      table.row(
          region.name(),
          region.displayName(),
          region.geography(),
          Integer.toString(region.zoneCount()),
          Integer.toString(region.pricedSizes()),
          spotPrices(region));
    }
    for (String line : table.lines(100, style)) {
      out.write(line + "\n");
    }
    out.flush();
  }

  private static String spotPrices(Region region) {
    if (!region.priced()) {
      return "no prices known";
    }
    return region.knownSpotPrices() == 0 ? "estimated" : region.knownSpotPrices() + " known";
  }
}
