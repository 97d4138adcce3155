package io.spotwright.model;

/** Well-known label and annotation keys. */
public final class Labels {
  public static final String HOSTNAME = "kubernetes.io/hostname";
  public static final String ZONE = "topology.kubernetes.io/zone";
  public static final String REGION = "topology.kubernetes.io/region";
  public static final String ARCH = "kubernetes.io/arch";
  public static final String OS = "kubernetes.io/os";
  public static final String INSTANCE_TYPE = "node.kubernetes.io/instance-type";
  public static final String CAPACITY_TYPE = "karpenter.sh/capacity-type";
  public static final String NODE_POOL = "karpenter.sh/nodepool";

  /** The label and taint key AKS puts on its spot pools, with the value {@code spot}. */
  public static final String SCALE_SET_PRIORITY = "kubernetes.azure.com/scalesetpriority";

  private Labels() {}
}
