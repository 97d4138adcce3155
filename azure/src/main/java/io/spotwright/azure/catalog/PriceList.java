package io.spotwright.azure.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All prices of one region; loading one reads nothing of the others. */
record PriceList(List<RegionalPrice> prices) {

  static PriceList load(Region region) {
    List<String[]> rows = Tsv.read("prices/" + region.name() + ".tsv");
    if (rows == null) {
      throw new UnknownNameException(
          "no prices are known for region '" + region.name() + "'; choose another one");
    }
    Map<PriceOrigin, LocalDate> dates = new EnumMap<>(PriceOrigin.class);
    List<RegionalPrice> prices = new ArrayList<>(rows.size());
    for (String[] row : rows) {
      if (row[0].startsWith("@")) {
        dates.put(PriceOrigin.of(row[0].substring(1)), date(row[1]));
      } else {
        prices.add(price(row, dates));
      }
    }
    return new PriceList(List.copyOf(prices));
  }

  /** An ISO date; LocalDate.parse would spend 20 ms of a cold start on formatters. */
  private static LocalDate date(String text) {
    String[] parts = text.split("-", -1);
    return LocalDate.of(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static RegionalPrice price(String[] row, Map<PriceOrigin, LocalDate> dates) {
    AzureSize size = SizeTable.find(SizeTable.PREFIX + row[0]);
    PriceOrigin origin = PriceOrigin.of(row[3]);
    LocalDate asOf = dates.get(origin);
    if (size == null || asOf == null) {
      throw new IllegalStateException("embedded price of " + row[0] + " has no size or no date");
    }
    double onDemand = Double.parseDouble(row[1]);
    boolean estimated = row[2].isEmpty() && !size.burstable();
    return new RegionalPrice(size, onDemand, spot(row[2], onDemand, size), estimated, origin, asOf);
  }

  private static @Nullable Double spot(String known, double onDemand, AzureSize size) {
    if (size.burstable()) {
      return null;
    }
    // Price lists have six decimals; more would pretend a precision that an estimate has not.
    return known.isEmpty()
        ? Math.round(onDemand * SpotRatios.of(size) * 1e6) / 1e6
        : Double.valueOf(known);
  }

  /** Dates of the prices, the newest first. */
  String asOf() {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (RegionalPrice price : prices) {
      dates.add(price.asOf());
    }
    StringJoiner text = new StringJoiner(", ");
    for (LocalDate date : dates.descendingSet()) {
      text.add(date.toString());
    }
    return text.toString();
  }

  String source() {
    EnumSet<PriceOrigin> origins = EnumSet.noneOf(PriceOrigin.class);
    for (RegionalPrice price : prices) {
      origins.add(price.origin());
    }
    StringJoiner text = new StringJoiner("; ", "Azure Retail Prices by way of ", "");
    for (PriceOrigin origin : origins) {
      text.add(origin.source());
    }
    return text.toString();
  }
}
