package io.spotwright.scheduling.replay;

/**
 * Counts pods by the value of a node label. An empty {@code key} counts by node.
 *
 * @param eligibility index into the table's eligibilities
 */
record CounterSpec(CounterSource source, String key, int eligibility) {
  static final String BY_NODE = "";
}
