package io.spotwright.scheduling.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives equal values one number, counted from 0. */
public final class Interned<T> {
  public final List<T> list = new ArrayList<>();
  private final Map<T, Integer> numbers = new HashMap<>();

  public int add(T value) {
    return numbers.computeIfAbsent(
        value,
        unseen -> {
          list.add(unseen);
          return list.size() - 1;
        });
  }

  public int size() {
    return list.size();
  }
}
