package io.spotwright.bench;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A catalogue as CSV: one size a line, one price per capacity type, the zones it is sold in. */
final class CatalogueFile {
  private CatalogueFile() {}

  /**
   * @param maxVcpus leave out larger sizes; 0: none
   */
  static List<Offering> read(Path file, Set<CapacityType> capacityTypes, int maxVcpus)
      throws IOException {
    List<Offering> offerings = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(file)) {
      VmSize size = size(row);
      if (maxVcpus == 0 || size.capacity().cpu() <= maxVcpus * 1000L) {
        for (CapacityType type : capacityTypes) {
          add(offerings, row, size, type);
        }
      }
    }
    return offerings;
  }

  private static void add(
      List<Offering> offerings, CsvTable.Row row, VmSize size, CapacityType type) {
    String column = type == CapacityType.SPOT ? "spot" : "on_demand";
    double price = row.decimal(column);
    for (String zone : row.text(column + "_zones").split(" ")) {
      if (!Double.isNaN(price) && !zone.isEmpty()) {
        offerings.add(new Offering(size, zone, type, price, false));
      }
    }
  }

  private static VmSize size(CsvTable.Row row) {
    String name = row.text("name");
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.INSTANCE_TYPE, name);
    labels.put(Labels.ARCH, "amd64");
    labels.put(Labels.OS, "linux");
    Map<String, Long> amounts = new HashMap<>();
    amounts.put(Resources.CPU, row.number("cpu_milli"));
    amounts.put(Resources.MEMORY, row.number("memory"));
    amounts.put(Resources.EPHEMERAL_STORAGE, row.number("ephemeral_storage"));
    amounts.put(Resources.PODS, row.number("pods"));
    Resources capacity = Resources.of(amounts);
    Resources overhead =
        Resources.of(row.number("overhead_cpu_milli"), row.number("overhead_memory"), 0);
    return new VmSize(
        name,
        row.text("family"),
        (int) row.number("vcpus"),
        labels,
        capacity,
        capacity.minus(overhead));
  }
}
