package io.spotwright.model;

/** How a VM is bought. */
public enum CapacityType {
  SPOT("spot"),
  ON_DEMAND("on-demand");

  private final String label;

  CapacityType(String label) {
    this.label = label;
  }

  /** The value of the node label {@code karpenter.sh/capacity-type}. */
  public String label() {
    return label;
  }
}
