package io.spotwright.scheduling.compile;

/**
 * The rules of one pod class that depend on other pods, as indexes of counters.
 *
 * @param hard spread constraints that forbid, with their skew, least number of domains and how many
 *     of itself the pod adds (1 or 0)
 * @param soft spread constraints that only score, with their skew
 * @param softEligibility nodes outside it are not scored for spread; {@code -1}: all are
 * @param affinity per topology key the pods that all required terms match
 * @param opensSeries whether the pod matches its own terms, so that the first of a series may start
 * @param anti pods that the pod's own required anti-affinity excludes
 * @param existingAnti pods whose required anti-affinity excludes this one
 * @param score counters that add {@code scoreWeight} per pod to the inter-pod affinity score
 * @param counted counters that count the pod once it is bound
 */
public record ClassRules(
    int[] hard,
    int[] hardSkew,
    int[] hardMinDomains,
    int[] hardSelf,
    int[] soft,
    int[] softSkew,
    int softEligibility,
    int[] affinity,
    boolean opensSeries,
    int[] anti,
    int[] existingAnti,
    int[] score,
    int[] scoreWeight,
    int[] counted) {

  /** Whether a node that was ruled out may become feasible when other pods are bound. */
  public boolean mayBecomeFeasible() {
    return hard.length > 0 || affinity.length > 0;
  }

  /** Whether other pods decide where this one may run. */
  public boolean filters() {
    return hard.length + affinity.length + anti.length + existingAnti.length > 0;
  }
}
