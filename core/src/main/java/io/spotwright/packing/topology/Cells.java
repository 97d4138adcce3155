package io.spotwright.packing.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The places topology rules tell apart: one cell per combination of values of the topology keys in
 * use (hostname excepted, which is a rule of the single node). Without such keys there is one cell.
 */
public final class Cells {
  /** A group that may go anywhere. */
  public static final int ANY = -1;

  private final List<String> keys;
  private final Map<List<String>, Integer> ids = new LinkedHashMap<>();
  private final List<List<String>> values = new ArrayList<>();

  public Cells(Collection<String> keys) {
    this.keys = List.copyOf(new TreeSet<>(keys));
  }

  /** The cell of a node with these labels, made known when new. */
  public int of(SortedMap<String, String> labels) {
    List<String> tuple = keys.stream().map(key -> labels.getOrDefault(key, "")).toList();
    Integer id = ids.get(tuple);
    if (id == null) {
      id = values.size();
      ids.put(tuple, id);
      values.add(tuple);
    }
    return id;
  }

  public int count() {
    return values.size();
  }

  /** The value of the key in the cell; empty when its nodes lack the label. */
  String value(int cell, String key) {
    return values.get(cell).get(keys.indexOf(key));
  }
}
