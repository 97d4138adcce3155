package io.spotwright.azure.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        dates.put(PriceOrigin.of(row[0].substring(1)), LocalDate.parse(row[1]));
      } else {
        prices.add(price(row, dates));
      }
    }
    return new PriceList(List.copyOf(prices));
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
    TreeSet<LocalDate> dates =
        prices.stream().map(RegionalPrice::asOf).collect(Collectors.toCollection(TreeSet::new));
    return dates.descendingSet().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  String source() {
    return "Azure Retail Prices by way of "
        + prices.stream()
            .map(RegionalPrice::origin)
            .distinct()
            .sorted()
            .map(PriceOrigin::source)
            .collect(Collectors.joining("; "));
  }
}
