package io.spotwright.scheduling.compile;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  private int[] values = new int[4];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int get(int at) {
    return values[at];
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
