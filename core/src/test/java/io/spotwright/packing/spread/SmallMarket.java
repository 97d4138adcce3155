package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A few families of VM sizes; price grows with size, and a little from family to family. */
final class SmallMarket {
  static final long GIB = 1L << 30;

  private SmallMarket() {}

  static VmSize size(String family, int vcpus, int gibPerVcpu) {
    String name = "Standard_" + family + vcpus;
    Resources capacity = Resources.of(vcpus * 1000L, vcpus * gibPerVcpu * GIB, 110);
    return new VmSize(
        name,
        family,
        vcpus,
        new TreeMap<>(Map.of(Labels.INSTANCE_TYPE, name, Labels.ARCH, "amd64")),
        capacity,
        capacity.minus(Resources.of(100, GIB / 2, 0)));
  }

  /** Every family in 2, 4 and 8 vCPU, in every zone. */
  static List<Offering> offerings(int families, int zones, CapacityType... types) {
    List<Offering> offerings = new ArrayList<>();
    for (int f = 0; f < families; f++) {
      for (int vcpus : new int[] {2, 4, 8}) {
        VmSize size = size("F" + f + "v", vcpus, 4 + 2 * (f % 2));
        for (int zone = 1; zone <= zones; zone++) {
          for (CapacityType type : types) {
            double price = vcpus * 0.05 * (1 + 0.03 * f);
            boolean spot = type == CapacityType.SPOT;
            offerings.add(new Offering(size, "z-" + zone, type, price * (spot ? 0.2 : 1), false));
          }
        }
      }
    }
    return offerings;
  }
}
