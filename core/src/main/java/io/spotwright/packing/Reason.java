package io.spotwright.packing;

/**
 * Why a pod fits no node of some offerings: a kind with a sentence for people, and how many
 * offerings (or existing nodes) it rules out.
 */
public record Reason(Kind kind, String detail, int offerings) {

  /** The rule that ruled the offerings out. */
  public enum Kind {
    RESOURCES,
    NODE_SELECTOR,
    TAINTS,
    VOLUME_ZONE,
    TOPOLOGY_SPREAD,
    POD_AFFINITY,
    POD_ANTI_AFFINITY,
    HOST_PORT,
    NODE_POOL_LIMIT,
    POLICY_LIMIT,
    SHARE_CAP,
    POOL_SAFETY,
    NO_OFFERINGS,
    SCHEDULER
  }
}
