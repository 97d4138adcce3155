package io.spotwright.scheduling.compile;

/**
 * Counts pods by the value of a node label. An empty {@code key} counts by node.
 *
 * @param eligibility index into the table's eligibilities
 */
public record CounterSpec(CounterSource source, String key, int eligibility) {
  public static final String BY_NODE = "";
}
