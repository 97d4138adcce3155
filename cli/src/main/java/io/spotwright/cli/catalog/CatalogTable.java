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
import java.util.function.Function;

/** Sizes for people, in 100 columns. */
final class CatalogTable {
  private static final int WIDTH = 100;

  private CatalogTable() {}

  static void write(CatalogSearch search, int limit, Writer out, Style style) throws IOException {
    List<RegionalPrice> shown = search.found().subList(0, Math.min(limit, search.found().size()));
    if (shown.isEmpty()) {
      String nothing = "No VM size of " + search.region().name() + " is like that" + search.hint();
      for (String line : Text.wrap(nothing, WIDTH)) {
        out.write(line + "\n");
      }
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

  /** Names of sizes must never be cut, so further columns stand in the place of others. */
  private static TextTable table(List<RegionalPrice> prices) {
    boolean gpus = prices.stream().anyMatch(price -> price.size().gpus() > 0);
    boolean unusable = prices.stream().anyMatch(price -> !price.size().usable());
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(TextTable.text("SIZE"), price -> price.size().name()));
    if (!gpus && !unusable) {
      fields.add(new Field(TextTable.text("FAMILY"), price -> price.size().family()));
    }
    fields.add(new Field(TextTable.number("VCPUS"), price -> "" + price.size().vcpus()));
    fields.add(
        new Field(TextTable.number("GIB"), price -> Numbers.fixed(price.size().memoryGib(), 0)));
    fields.add(new Field(TextTable.text("ARCH"), price -> price.size().arch()));
    if (gpus) {
      fields.add(new Field(TextTable.text("GPUS"), price -> gpus(price.size())));
    }
    fields.add(new Field(TextTable.number("ON-DEMAND"), CatalogTable::onDemand));
    fields.add(new Field(TextTable.number("SPOT"), CatalogTable::spot));
    if (unusable) {
      fields.add(new Field(TextTable.text("NOT FOR NODES"), CatalogTable::firstReason));
    } else {
      fields.add(new Field(TextTable.number("SHARE"), CatalogTable::share));
    }
    TextTable table =
        new TextTable(fields.stream().map(Field::column).toArray(TextTable.Column[]::new));
    for (RegionalPrice price : prices) {
      table.row(fields.stream().map(field -> field.cell().apply(price)).toArray(String[]::new));
    }
    return table;
  }

  private record Field(TextTable.Column column, Function<RegionalPrice, String> cell) {}

  private static String gpus(AzureSize size) {
    String model = size.gpuModel();
    return size.gpus() == 0
        ? ""
        : size.gpus() + " x " + model.substring(model.lastIndexOf(' ') + 1);
  }

  private static String firstReason(RegionalPrice price) {
    String reasons = price.size().unusable();
    int end = reasons.indexOf(';');
    return end < 0 ? reasons : reasons.substring(0, end);
  }

  private static String onDemand(RegionalPrice price) {
    return amount(price.onDemand(), price.onDemandEstimated());
  }

  private static String spot(RegionalPrice price) {
    Double spot = price.spot();
    return spot == null ? "none" : amount(spot, price.spotEstimated());
  }

  private static String share(RegionalPrice price) {
    Double spot = price.spot();
    return spot == null ? "" : Numbers.percent(spot / price.onDemand());
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
    if (search.unfit() > 0) {
      sentences.add(search.unfit() + " more cannot be nodes; --all shows why.");
    }
    if (shown.stream().anyMatch(RegionalPrice::spotEstimated)) {
      sentences.add("~ SPOT is estimated from the family's usual share of the on-demand price.");
    }
    if (shown.stream().anyMatch(RegionalPrice::onDemandEstimated)) {
      sentences.add("~ ON-DEMAND is derived from a list that held Windows prices; within 1.1 %.");
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
