package io.spotwright.azure.catalog;

/**
 * How a VM becomes a node.
 *
 * @param overhead whose reservations apply
 * @param maxPods pod slots of a node, 10 to 250 as in AKS
 */
public record NodeShape(Overhead overhead, int maxPods) {

  /**
   * AKS with 250 pods, the default of Azure CNI Overlay. It is also the careful choice: AKS
   * reserves memory per pod slot, so a plan made for 250 holds with fewer.
   */
  public static final NodeShape DEFAULT = new NodeShape(Overhead.AKS, 250);

  public NodeShape {
    if (maxPods < 10 || maxPods > 250) {
      throw new IllegalArgumentException(
          "max pods is " + maxPods + "; AKS allows 10 to 250 pods on a node");
    }
  }
}
