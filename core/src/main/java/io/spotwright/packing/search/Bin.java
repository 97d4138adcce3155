package io.spotwright.packing.search;

/**
 * A node while packing: its shape and how many pods of which groups it holds. Not changed once
 * made.
 *
 * @param shape index in the problem; for an existing node the bitwise complement of its index
 * @param groups ids, each once
 * @param counts pods per entry of {@code groups}
 * @param used per dimension
 * @param value what the pods are worth at the resource prices the search uses
 */
public record Bin(int shape, int[] groups, int[] counts, double[] used, double value) {

  public boolean isExisting() {
    return shape < 0;
  }

  public int existing() {
    return ~shape;
  }
}
