package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.AzureSize;
import io.spotwright.azure.catalog.PriceOrigin;
import io.spotwright.azure.catalog.RegionalPrice;
import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Style;
import io.spotwright.cli.document.Text;
import io.spotwright.cli.document.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sizes for people, in 100 columns. */
final class CatalogTable {
  private static final int WIDTH = 100;

  private CatalogTable() {}

  static void write(CatalogSearch search, int limit, Writer out, Style style) throws IOException {
    List<RegionalPrice> shown =
        search.found().subList(0, Math.min(limit, search.found().size()));
    if (shown.isEmpty()) {
      out.write("No VM size of " + search.region().name() + " is like that.\n");
    } else {
      for (String line : table(shown).lines(WIDTH, style)) {
        out.write(line + "\n");
      }
    }
    out.write("\n");
    for (String sentence : footer(search, shown)) {
      for (String line : Text.wrap(sentence, WIDTH)) {
        out.write(style.dim(line) + "\n");
      }
    }
    out.flush();
  }

  private static TextTable table(List<RegionalPrice> prices) {
    boolean gpus = prices.stream().anyMatch(price -> price.size().gpus() > 0);
    boolean unusable = prices.stream().anyMatch(price -> !price.size().usable());
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.text("SIZE"));
    columns.add(TextTable.text("FAMILY"));
    columns.add(TextTable.number("VCPUS"));
    columns.add(TextTable.number("GIB"));
    columns.add(TextTable.text("ARCH"));
    columns.add(TextTable.number("ON-DEMAND $/H"));
    columns.add(TextTable.number("SPOT $/H"));
    columns.add(TextTable.number("OF ON-DEMAND"));
    if (gpus) {
      columns.add(TextTable.text("GPUS"));
    }
    if (unusable) {
      columns.add(TextTable.text("NO NODES BECAUSE"));
    }
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (RegionalPrice price : prices) {
      table.row(cells(price, gpus, unusable).toArray(String[]::new));
    }
    return table;
  }

  private static List<String> cells(RegionalPrice price, boolean gpus, boolean unusable) {
    AzureSize size = price.size();
    Double spot = price.spot();
    List<String> cells = new ArrayList<>();
    cells.add(size.name());
    cells.add(size.family());
    cells.add(Integer.toString(size.vcpus()));
    cells.add(Numbers.fixed(size.memoryGib(), 0));
    cells.add(size.arch());
    cells.add(amount(price.onDemand(), price.onDemandEstimated()));
    cells.add(spot == null ? "none" : amount(spot, price.spotEstimated()));
    cells.add(spot == null ? "" : Numbers.percent(spot / price.onDemand()));
    if (gpus) {
      cells.add(size.gpus() == 0 ? "" : size.gpus() + " x " + size.gpuModel());
    }
    if (unusable) {
      cells.add(size.unusable());
    }
    return cells;
  }

  private static String amount(double price, boolean estimated) {
    return (estimated ? "~" : "") + Numbers.price(price);
  }

  private static List<String> footer(CatalogSearch search, List<RegionalPrice> shown) {
    List<String> sentences = new ArrayList<>();
    int found = search.found().size();
    if (shown.size() < found) {
      sentences.add(
          shown.size() + " of " + found + " sizes; --limit " + found + " shows all of them.");
    } else if (found > 0) {
      sentences.add(Text.count(found, "size") + ".");
    }
    if (shown.stream().anyMatch(price -> price.spotEstimated() || price.onDemandEstimated())) {
      sentences.add(
          "~ estimated: spot from the family's usual share of the on-demand price, on-demand from a"
              + " list that held Windows prices.");
    }
    List<String> zones = search.region().zones();
    sentences.add(
        search.region().displayName()
            + (zones.size() == 1
                ? ", no availability zones known."
                : ", the same price in each zone: " + String.join(", ", zones) + "."));
    sentences.add("USD per hour, Linux, pay as you go. Prices by way of " + sources(search) + ".");
    return sentences;
  }

  private static String sources(CatalogSearch search) {
    Map<PriceOrigin, LocalDate> dates = new EnumMap<>(PriceOrigin.class);
    for (RegionalPrice price : search.priced()) {
      dates.put(price.origin(), price.asOf());
    }
    return String.join(
        "; ",
        dates.entrySet().stream()
            .map(entry -> entry.getKey().source() + ", " + entry.getValue())
            .toList());
  }
}
