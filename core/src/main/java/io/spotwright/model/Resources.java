package io.spotwright.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * Amounts by resource name, immutable. CPU is in millicores, everything else in its base unit
 * (bytes, counts). A name that is not held counts as zero; as a limit, one that is held with amount
 * zero allows nothing.
 */
public final class Resources {
  public static final String CPU = "cpu";
  public static final String MEMORY = "memory";
  public static final String EPHEMERAL_STORAGE = "ephemeral-storage";
  public static final String PODS = "pods";

  /** Attachable Azure disks, counted as the CSI driver reports them on the node. */
  public static final String DISKS = "attachable-volumes-disk.csi.azure.com";

  public static final Resources NONE = new Resources(new String[0], new long[0]);

  private final String[] names;
  private final long[] amounts;

  private Resources(String[] names, long[] amounts) {
    this.names = names;
    this.amounts = amounts;
  }

  public static Resources of(Map<String, Long> amounts) {
    SortedMap<String, Long> sorted = new TreeMap<>(amounts);
    return new Resources(
        sorted.keySet().toArray(String[]::new),
        sorted.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** Millicores, bytes and pod slots. */
  public static Resources of(long cpuMilli, long memoryBytes, long pods) {
    return of(Map.of(CPU, cpuMilli, MEMORY, memoryBytes, PODS, pods));
  }

  public List<String> names() {
    return List.of(names);
  }

  public long get(String name) {
    int at = Arrays.binarySearch(names, name);
    return at < 0 ? 0 : amounts[at];
  }

  public long cpu() {
    return get(CPU);
  }

  public long memory() {
    return get(MEMORY);
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public Resources with(String name, long amount) {
    SortedMap<String, Long> map = asMap();
    map.put(name, amount);
    return of(map);
  }

  public Resources plus(Resources other) {
    return combine(other, Math::addExact);
  }

  /** May hold negative amounts. */
  public Resources minus(Resources other) {
    return combine(other, Math::subtractExact);
  }

  public Resources times(long factor) {
    return new Resources(
        names, Arrays.stream(amounts).map(amount -> Math.multiplyExact(amount, factor)).toArray());
  }

  /** Per name the larger amount. */
  public Resources max(Resources other) {
    return combine(other, Math::max);
  }

  /** Whether every amount is covered by {@code capacity}. */
  public boolean fitsIn(Resources capacity) {
    for (int i = 0; i < names.length; i++) {
      if (amounts[i] > 0 && amounts[i] > capacity.get(names[i])) {
        return false;
      }
    }
    return true;
  }

  public SortedMap<String, Long> asMap() {
    SortedMap<String, Long> map = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], amounts[i]);
    }
    return map;
  }

  private Resources combine(Resources other, LongBinaryOperator operator) {
    SortedMap<String, Long> map = asMap();
    for (String name : names) {
      map.put(name, operator.applyAsLong(get(name), other.get(name)));
    }
    for (String name : other.names) {
      map.put(name, operator.applyAsLong(get(name), other.get(name)));
    }
    return of(map);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resources that
        && Arrays.equals(names, that.names)
        && Arrays.equals(amounts, that.amounts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(amounts);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
