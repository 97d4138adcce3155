package io.spotwright.scheduling;

import io.spotwright.scheduling.filter.Rule;

/**
 * What kube-scheduler makes of one node for one pod; {@code node} is an index into the node list.
 */
public sealed interface NodeVerdict {
  int node();

  /**
   * The pod fits. Each part is weighted as in the default profile.
   *
   * @param resources LeastAllocated and balance, 0 to 200
   * @param placement soft taints and preferred node affinity, 0 to 500
   * @param spread topology spread, 0 to 200
   * @param podAffinity inter-pod affinity, 0 to 200
   */
  record Feasible(int node, int resources, int placement, int spread, int podAffinity)
      implements NodeVerdict {
    public int total() {
      return resources + placement + spread + podAffinity;
    }
  }

  /** The first rule that keeps the pod off, with what was found. */
  record Infeasible(int node, Rule rule, String detail) implements NodeVerdict {}
}
