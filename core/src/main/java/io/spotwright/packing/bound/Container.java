package io.spotwright.packing.bound;

/**
 * A node that may hold pods: a shape to buy, or existing nodes that are alike.
 *
 * @param capacity per row of the {@link Relaxation}
 * @param price 0 for existing nodes
 * @param available how many exist; unlimited for what is bought
 * @param shape index in the problem; -1 for existing nodes
 * @param most pods per group that fit alone, 0 where not allowed
 */
record Container(double[] capacity, double price, int available, int shape, int[] most) {

  boolean isExisting() {
    return shape < 0;
  }

  /** What keeps violations of nodes with different prices comparable. */
  double scale() {
    return price > 0 ? price : 1;
  }
}
