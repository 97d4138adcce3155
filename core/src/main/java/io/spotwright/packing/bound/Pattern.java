package io.spotwright.packing.bound;

/**
 * A way to fill one node, as the bound's linear program uses it.
 *
 * @param shape index in the problem
 * @param groups ids, each once
 * @param counts pods per entry of {@code groups}
 * @param level how many such nodes the linear program buys, a fraction
 */
public record Pattern(int shape, int[] groups, int[] counts, double level) {}
