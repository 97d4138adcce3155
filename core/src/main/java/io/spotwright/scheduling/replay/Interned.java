package io.spotwright.scheduling.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives equal values one number, counted from 0. */
final class Interned<T> {
  final List<T> list = new ArrayList<>();
  private final Map<T, Integer> numbers = new HashMap<>();

  int add(T value) {
    return numbers.computeIfAbsent(
        value,
        unseen -> {
          list.add(unseen);
          return list.size() - 1;
        });
  }

  int size() {
    return list.size();
  }
}
