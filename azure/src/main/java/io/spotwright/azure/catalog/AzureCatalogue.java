package io.spotwright.azure.catalog;

import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The embedded catalogue: every VM size with its prices in every region, as of the dates it
 * carries.
 *
 * <p>Region and size names are accepted in any case; one that is not known throws {@link
 * UnknownNameException} with the nearest names.
 */
public final class AzureCatalogue {
  public static final String CURRENCY = "USD";

  private AzureCatalogue() {}

  public static List<Region> regions() {
    return RegionTable.all();
  }

  public static Region region(String name) {
    return RegionTable.get(name);
  }

  public static List<AzureSize> sizes() {
    return List.copyOf(SizeTable.all());
  }

  public static AzureSize size(String name) {
    return SizeTable.get(name);
  }

  /** All priced sizes of a region in order of name, those that cannot be nodes included. */
  public static List<RegionalPrice> prices(String region) {
    return PriceList.load(RegionTable.get(region)).prices();
  }

  /** Every size that can be a node, in every zone of the region, on demand and on spot. */
  public static Catalogue load(String region, NodeShape shape) {
    Region where = RegionTable.get(region);
    PriceList list = PriceList.load(where);
    List<String> zones = where.zones();
    List<Offering> offerings = new ArrayList<>();
    for (RegionalPrice price : list.prices()) {
      if (price.size().usable()) {
        addOfferings(offerings, price, node(price.size(), where, shape), zones);
      }
    }
    return new Catalogue(where.name(), CURRENCY, list.asOf(), list.source(), offerings);
  }

  private static void addOfferings(
      List<Offering> offerings, RegionalPrice price, VmSize size, List<String> zones) {
    for (String zone : zones) {
      Double spot = price.spot();
      if (spot != null) {
        offerings.add(new Offering(size, zone, CapacityType.SPOT, spot, price.spotEstimated()));
      }
      offerings.add(
          new Offering(
              size, zone, CapacityType.ON_DEMAND, price.onDemand(), price.onDemandEstimated()));
    }
  }

  private static VmSize node(AzureSize size, Region region, NodeShape shape) {
    Overhead overhead = shape.overhead();
    Map<String, Long> capacity = new HashMap<>();
    capacity.put(Resources.CPU, size.vcpus() * 1000L);
    capacity.put(Resources.MEMORY, overhead.memory(size));
    capacity.put(Resources.PODS, (long) shape.maxPods());
    capacity.put(Resources.EPHEMERAL_STORAGE, overhead.disk());
    capacity.put(Resources.DISKS, (long) size.maxDataDisks());
    if (size.gpus() > 0) {
      String vendor = size.gpuModel().startsWith("AMD") ? "amd.com/gpu" : "nvidia.com/gpu";
      capacity.put(vendor, (long) size.gpus());
    }
    Resources whole = Resources.of(capacity);
    overhead.reserved(size, shape.maxPods()).forEach((r, v) -> capacity.merge(r, -v, Long::sum));
    return new VmSize(
        size.name(),
        size.family(),
        size.vcpus(),
        SizeLabels.of(size, region),
        whole,
        Resources.of(capacity));
  }
}
