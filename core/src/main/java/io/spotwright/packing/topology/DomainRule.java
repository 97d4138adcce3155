package io.spotwright.packing.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A rule among pods over the domains of one topology key (not hostname), shared by all classes that
 * state it. Counts are kept per domain value while pods are assigned.
 */
final class DomainRule {
  /** What the rule demands of its owners. */
  enum Kind {
    SPREAD,
    TOGETHER,
    APART
  }

  final Kind kind;
  final String key;
  final PodSelection selection;
  final int maxSkew;
  final int minDomains;

  /** Ids of classes. */
  final Set<Integer> owners = new HashSet<>();

  final Set<Integer> members = new HashSet<>();

  /** Pods that match, by domain. */
  final Map<String, Integer> matching = new HashMap<>();

  /** Pods that match and own the rule, with all pods that were there before, by domain. */
  final Map<String, Integer> constrained = new HashMap<>();

  /** Pods that own the rule, by domain. */
  final Map<String, Integer> owning = new HashMap<>();

  DomainRule(Kind kind, String key, PodSelection selection, int maxSkew, int minDomains) {
    this.kind = kind;
    this.key = key;
    this.selection = selection;
    this.maxSkew = maxSkew;
    this.minDomains = minDomains;
  }

  private final Map<String, Integer> bound = new HashMap<>();
  private final Map<String, Integer> boundOwning = new HashMap<>();

  /** Back to what existed before any pod was assigned. */
  void forget() {
    matching.clear();
    matching.putAll(bound);
    constrained.clear();
    constrained.putAll(bound);
    owning.clear();
    owning.putAll(boundOwning);
  }

  /** Whether a pod of the class that is counted in the domain may stay there. */
  boolean stands(int podClass, String domain, Set<String> eligible) {
    return switch (kind) {
      case SPREAD -> !members.contains(podClass) || spreads(podClass, domain, eligible, 0);
      case TOGETHER -> matching.getOrDefault(domain, 0) > 0;
      case APART -> true;
    };
  }

  /** Counts that existed before any pod is assigned. */
  void countBound(String domain, boolean member, boolean owner) {
    if (member) {
      matching.merge(domain, 1, Integer::sum);
      constrained.merge(domain, 1, Integer::sum);
      bound.merge(domain, 1, Integer::sum);
    }
    if (owner) {
      owning.merge(domain, 1, Integer::sum);
      boundOwning.merge(domain, 1, Integer::sum);
    }
  }

  void count(int podClass, String domain, int pods) {
    if (members.contains(podClass)) {
      matching.merge(domain, pods, Integer::sum);
      if (owners.contains(podClass)) {
        constrained.merge(domain, pods, Integer::sum);
      }
    }
    if (owners.contains(podClass)) {
      owning.merge(domain, pods, Integer::sum);
    }
  }

  /**
   * Whether so many more pods of the class may go to the domain. For spread only constrained pods
   * count: the others can arrive later, so an order of arrival exists; among several allowed
   * domains the assignment then prefers the one with the fewest matching pods.
   *
   * @param eligible the domains the owner could use, over which the least count is taken
   */
  boolean allows(int podClass, String domain, Set<String> eligible, int pods) {
    if (domain.isEmpty()) {
      return !owners.contains(podClass);
    }
    return switch (kind) {
      case SPREAD -> !owners.contains(podClass) || spreads(podClass, domain, eligible, pods);
      case APART -> apart(podClass, domain, pods);
      case TOGETHER -> !owners.contains(podClass) || together(podClass, domain);
    };
  }

  private boolean spreads(int podClass, String domain, Set<String> eligible, int pods) {
    if (!eligible.contains(domain)) {
      return false;
    }
    int least = Integer.MAX_VALUE;
    for (String each : eligible) {
      least = Math.min(least, constrained.getOrDefault(each, 0));
    }
    if (eligible.size() < minDomains) {
      least = 0;
    }
    int self = members.contains(podClass) ? pods : 0;
    return constrained.getOrDefault(domain, 0) + self - least <= maxSkew;
  }

  private boolean apart(int podClass, String domain, int pods) {
    boolean asOwner = owners.contains(podClass) && matching.getOrDefault(domain, 0) > 0;
    boolean asMember = members.contains(podClass) && owning.getOrDefault(domain, 0) > 0;
    boolean each = pods > 1 && owners.contains(podClass) && members.contains(podClass);
    return !asOwner && !asMember && !each;
  }

  private boolean together(int podClass, String domain) {
    if (matching.values().stream().anyMatch(count -> count > 0)) {
      return matching.getOrDefault(domain, 0) > 0;
    }
    return members.contains(podClass);
  }
}
