package io.spotwright.kubernetes.manifest.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping in the order written, its keys unique. Lookups are linear while it is small. */
public final class MappingNode implements YamlNode {
  private static final int SMALL = 12;

  private final List<ScalarNode> keys = new ArrayList<>(4);
  private final List<YamlNode> values = new ArrayList<>(4);
  private final int line;
  private final int column;
  private @Nullable Map<String, Integer> index;
  private long size = 1;

  MappingNode(int line, int column) {
    this.line = line;
    this.column = column;
  }

  void put(ScalarNode key, YamlNode value) {
    if (index != null) {
      index.put(key.value(), keys.size());
    } else if (keys.size() == SMALL) {
      index = new HashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        index.put(keys.get(i).value(), i);
      }
      index.put(key.value(), keys.size());
    }
    keys.add(key);
    values.add(value);
    size += 1 + value.size();
  }

  public List<ScalarNode> keys() {
    return keys;
  }

  public @Nullable YamlNode get(String key) {
    int at = find(key);
    return at < 0 ? null : values.get(at);
  }

  @Nullable ScalarNode key(String key) {
    int at = find(key);
    return at < 0 ? null : keys.get(at);
  }

  private int find(String key) {
    if (index != null) {
      return index.getOrDefault(key, -1);
    }
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).value().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public int column() {
    return column;
  }

  @Override
  public String describe() {
    return "a mapping";
  }
}
