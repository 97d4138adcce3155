package io.spotwright.scheduling;

/**
 * Where kube-scheduler put the pods.
 *
 * @param node per pod, by its index in the replayed list, the index of its node or {@code -1} when
 *     it stays pending
 * @param boundAtFirstAttempt how many pods were bound when their turn came first, without a retry
 */
public record ReplayResult(int[] node, int boundAtFirstAttempt) {

  /** How many pods found a node at last. */
  public int bound() {
    int bound = 0;
    for (int n : node) {
      if (n >= 0) {
        bound++;
      }
    }
    return bound;
  }
}
