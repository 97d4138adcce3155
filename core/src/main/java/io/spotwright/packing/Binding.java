package io.spotwright.packing;

/** Who gives each pod its node. */
public enum Binding {
  /**
   * kube-scheduler alone: the plan must be one it finds by itself, in any order of arrival tried.
   */
  DEFAULT,
  /** A controller holds each node for its pods, so every plan that is feasible happens. */
  EXACT
}
