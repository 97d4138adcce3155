package io.spotwright.packing.property;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.NodePool;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sizes, offerings and NodePools. */
final class RandomMarket {
  static final long GIB = 1L << 30;
  static final String GPU = "nvidia.com/gpu";
  static final String FAMILY = "karpenter.azure.com/sku-family";
  static final String CPUS = "karpenter.azure.com/sku-cpu";
  static final Taint DEDICATED = new Taint("dedicated", "batch", Taint.Effect.NO_SCHEDULE);

  private final Dice dice;

  RandomMarket(Dice dice) {
    this.dice = dice;
  }

  static List<String> zones(Dice dice) {
    return List.of("zone-1", "zone-2", "zone-3").subList(0, dice.between(1, 3));
  }

  /** At least one; each size is sold in most zones, on-demand, on spot or both. */
  List<Offering> offerings(int sizes, List<String> zones) {
    List<Offering> offerings = new ArrayList<>();
    while (offerings.isEmpty()) {
      for (int i = 0; i < sizes; i++) {
        VmSize size = size(i);
        double price = price(size);
        double discount = dice.between(0.15, 0.6);
        for (String zone : zones) {
          if (dice.chance(85)) {
            offerings.add(new Offering(size, zone, CapacityType.ON_DEMAND, price, false));
          }
          if (dice.chance(75)) {
            offerings.add(new Offering(size, zone, CapacityType.SPOT, price * discount, false));
          }
        }
      }
    }
    return offerings;
  }

  private VmSize size(int number) {
    int vcpus = dice.of(1, 2, 4, 8, 16, 32);
    int gib = vcpus * dice.of(2, 4, 8);
    String family = dice.of("D", "E", "F");
    String name = "Standard_" + family + vcpus + "_n" + number;
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.INSTANCE_TYPE, name);
    labels.put(Labels.ARCH, dice.chance(10) ? "arm64" : "amd64");
    labels.put(Labels.OS, "linux");
    labels.put(FAMILY, family);
    labels.put(CPUS, Integer.toString(vcpus));
    Map<String, Long> amounts = new HashMap<>();
    amounts.put(Resources.CPU, vcpus * 1000L);
    amounts.put(Resources.MEMORY, gib * GIB);
    amounts.put(Resources.PODS, (long) dice.of(4, 10, 30, 110));
    amounts.put(Resources.EPHEMERAL_STORAGE, dice.between(20, 200) * GIB);
    amounts.put(Resources.DISKS, (long) dice.of(2, 4, 8));
    if (dice.chance(10)) {
      amounts.put(GPU, (long) dice.of(1, 2, 4));
    }
    Resources capacity = Resources.of(amounts);
    Resources reserved = Resources.of(60 + vcpus * 10L, GIB / 4 + gib * GIB / 20, 0);
    return new VmSize(name, family, vcpus, labels, capacity, capacity.minus(reserved));
  }

  private double price(VmSize size) {
    double perCore = dice.between(0.02, 0.06);
    double perGib = dice.between(0.002, 0.008);
    return size.vcpus() * perCore + size.capacity().memory() / (double) GIB * perGib;
  }

  List<NodePool> nodePools(List<String> zones) {
    List<NodePool> pools = new ArrayList<>();
    int count = dice.chance(60) ? 0 : dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      List<Taint> taints = dice.chance(25) ? List.of(DEDICATED) : List.of();
      List<Taint> startup =
          dice.chance(20)
              ? List.of(new Taint("starting", "", Taint.Effect.NO_SCHEDULE))
              : List.of();
      SortedMap<String, String> labels = new TreeMap<>();
      if (dice.chance(40)) {
        labels.put("team", dice.of("red", "blue"));
      }
      pools.add(
          new NodePool(
              "pool-" + i,
              dice.of(0, 0, 10, 50),
              labels,
              taints,
              startup,
              requirements(zones),
              limits(),
              dice.chance(20) ? dice.between(4, 30) : null));
    }
    return pools;
  }

  private List<Requirement> requirements(List<String> zones) {
    List<Requirement> rules = new ArrayList<>();
    if (dice.chance(40)) {
      rules.add(Requirement.in(Labels.CAPACITY_TYPE, dice.of("spot", "on-demand")));
    }
    if (dice.chance(20)) {
      rules.add(Requirement.in(Labels.ZONE, dice.of(zones)));
    }
    if (dice.chance(20)) {
      rules.add(new Requirement(FAMILY, Operator.NOT_IN, List.of(dice.of("D", "E", "F"))));
    }
    if (dice.chance(20)) {
      rules.add(new Requirement(CPUS, dice.of(Operator.LT, Operator.GT), List.of("8")));
    }
    return rules;
  }

  private Resources limits() {
    Map<String, Long> limits = new TreeMap<>();
    if (dice.chance(25)) {
      limits.put(Resources.CPU, dice.between(4, 64) * 1000L);
    }
    if (dice.chance(10)) {
      limits.put(Resources.MEMORY, dice.between(8, 256) * GIB);
    }
    if (dice.chance(15)) {
      limits.put("nodes", (long) dice.between(1, 6));
    }
    return Resources.of(limits);
  }
}
