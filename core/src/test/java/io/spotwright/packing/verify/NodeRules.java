package io.spotwright.packing.verify;

import io.spotwright.market.Offering;
import io.spotwright.model.HostPort;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each node must keep by itself: capacity, selectors, taints, volumes, host ports. */
final class NodeRules {
  private final List<String> violations = new ArrayList<>();

  List<String> check(World world) {
    for (int i = 0; i < world.sites.size(); i++) {
      Site site = world.sites.get(i);
      if (!site.added().isEmpty()) {
        checkCapacity(site);
        checkPorts(site);
        for (int spec : world.added(i).keySet()) {
          checkFit(site, world.specs.get(spec));
        }
      }
    }
    return violations;
  }

  private void checkFit(Site site, PodSpec pod) {
    if (!Matching.node(pod, site.labels(), site.name())) {
      violations.add(title(site) + ": node selector or affinity of " + title(pod) + " not met");
    }
    if (!Matching.volumes(pod, site.labels(), site.name())) {
      violations.add(title(site) + ": a volume of " + title(pod) + " is not in reach");
    }
    if (!Matching.taints(pod, site.taints(), site.cordoned())) {
      violations.add(title(site) + ": a taint is not tolerated by " + title(pod));
    }
  }

  private void checkCapacity(Site site) {
    Map<String, Long> used = new HashMap<>();
    site.overhead().forEach(daemon -> add(used, daemon));
    site.pods().forEach(pod -> add(used, pod.spec()));
    used.forEach((name, amount) -> {
      long has = site.allocatable().getOrDefault(name, 0L);
      if (amount > has && site.added().stream().anyMatch(pod -> asks(pod, name))) {
        violations.add(title(site) + ": " + name + " " + amount + " > allocatable " + has);
      }
    });
  }

  private static boolean asks(Pod pod, String resource) {
    return pod.spec().requests().get(resource) > 0;
  }

  private static void add(Map<String, Long> used, PodSpec pod) {
    pod.requests().asMap().forEach((name, amount) -> used.merge(name, amount, Long::sum));
  }

  private void checkPorts(Site site) {
    List<HostPort> taken = new ArrayList<>();
    site.overhead().forEach(daemon -> taken.addAll(daemon.hostPorts()));
    site.bound().forEach(pod -> taken.addAll(pod.spec().hostPorts()));
    for (Pod pod : site.added()) {
      for (HostPort port : pod.spec().hostPorts()) {
        if (taken.stream().anyMatch(other -> Matching.ports(port, other))) {
          violations.add(title(site) + ": host port " + port + " of " + pod.key() + " is taken");
        }
      }
      taken.addAll(pod.spec().hostPorts());
    }
  }

  /** Whether an empty node would take the pod. */
  static boolean fitsAlone(Site site, PodSpec pod) {
    Map<String, Long> used = new HashMap<>();
    site.overhead().forEach(daemon -> add(used, daemon));
    add(used, pod);
    return Matching.node(pod, site.labels(), site.name())
        && Matching.volumes(pod, site.labels(), site.name())
        && Matching.taints(pod, site.taints(), site.cordoned())
        && used.entrySet().stream()
            .allMatch(e -> e.getValue() <= site.allocatable().getOrDefault(e.getKey(), 0L));
  }

  static String title(Site site) {
    Offering offering = site.offering();
    return "node " + site.name() + (offering == null ? "" : " (" + offering.pool() + ")");
  }

  private static String title(PodSpec pod) {
    return pod.namespace() + " " + pod.labels();
  }
}
