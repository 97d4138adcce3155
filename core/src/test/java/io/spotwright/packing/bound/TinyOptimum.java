package io.spotwright.packing.bound;

import io.spotwright.market.Offering;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.PlanRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The least price by trying every way to divide the pods among nodes. Rules within a node are kept
 * as kube-scheduler keeps them, with spread judged on arrival in the order that suits best; rules
 * over zones are not.
 */
final class TinyOptimum {
  private final PlanRequest request;
  private final List<Pod> pods;
  private final List<List<Pod>> nodes = new ArrayList<>();
  private double best = Double.POSITIVE_INFINITY;

  private TinyOptimum(PlanRequest request, List<Pod> pods) {
    this.request = request;
    this.pods = pods;
  }

  /** Infinite when the pods cannot be placed. */
  static double of(PlanRequest request, List<Pod> pods) {
    TinyOptimum optimum = new TinyOptimum(request, pods);
    optimum.divide(0);
    return optimum.best;
  }

  private void divide(int next) {
    if (next == pods.size()) {
      buy();
      return;
    }
    for (int n = 0; n <= nodes.size(); n++) {
      if (n == nodes.size()) {
        nodes.add(new ArrayList<>());
      }
      nodes.get(n).add(pods.get(next));
      if (mayShare(nodes.get(n))) {
        divide(next + 1);
      }
      nodes.get(n).removeLast();
      if (nodes.get(n).isEmpty()) {
        nodes.removeLast();
        return;
      }
    }
  }

  private static boolean mayShare(List<Pod> node) {
    for (Pod one : node) {
      for (Pod other : node) {
        if (one != other && (excludes(one.spec(), other.spec()) || portsMeet(one, other))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean excludes(PodSpec one, PodSpec other) {
    return one.requiredAntiAffinity().stream()
        .anyMatch(term ->
            term.topologyKey().equals(Labels.HOSTNAME)
                && Objects.requireNonNull(term.labelSelector()).matches(other.labels()));
  }

  private static boolean portsMeet(Pod one, Pod other) {
    return !one.spec().hostPorts().isEmpty() && !other.spec().hostPorts().isEmpty();
  }

  private void buy() {
    List<Node> existing = request.observation().nodes();
    for (int onExisting = existing.isEmpty() ? -1 : nodes.size() - 1;
        onExisting >= -1;
        onExisting--) {
      double price = 0;
      for (int n = 0; n < nodes.size(); n++) {
        price += n == onExisting ? 0 : price(nodes.get(n));
      }
      boolean fits = onExisting < 0 || fits(nodes.get(onExisting), existing.getFirst());
      if (price < best && fits && spreadsHold(onExisting)) {
        best = price;
      }
    }
  }

  private static Resources sum(List<Pod> node) {
    return node.stream().map(pod -> pod.spec().requests()).reduce(Resources.NONE, Resources::plus);
  }

  private static boolean selects(List<Pod> node, String zone) {
    return node.stream()
        .allMatch(pod -> pod.spec().nodeSelector().getOrDefault(Labels.ZONE, zone).equals(zone));
  }

  private static boolean fits(List<Pod> node, Node existing) {
    return sum(node).fitsIn(existing.allocatable()) && selects(node, "zone-1");
  }

  private double price(List<Pod> node) {
    Resources sum = sum(node);
    return request.offerings().stream()
        .filter(each -> sum.fitsIn(each.size().allocatable()) && selects(node, each.zone()))
        .mapToDouble(Offering::hourlyPrice)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Whether an order of arrival exists. Nodes that would not be seen by a pod with a node selector
   * are seen here too where that can only help: such pods are let in anywhere.
   */
  private boolean spreadsHold(int onExisting) {
    List<List<Pod>> sites = new ArrayList<>(nodes);
    if (onExisting < 0 && !request.observation().nodes().isEmpty()) {
      sites.add(List.of());
    }
    return arrive(sites, new HashSet<>(), new HashSet<>());
  }

  private boolean arrive(List<List<Pod>> sites, Set<Pod> there, Set<Set<Pod>> failed) {
    if (there.size() == pods.size()) {
      return true;
    }
    if (!failed.add(new HashSet<>(there))) {
      return false;
    }
    for (List<Pod> site : sites) {
      for (Pod pod : site) {
        if (!there.contains(pod) && mayArrive(pod, site, sites, there)) {
          there.add(pod);
          if (arrive(sites, there, failed)) {
            return true;
          }
          there.remove(pod);
        }
      }
    }
    return false;
  }

  private static boolean mayArrive(Pod pod, List<Pod> site, List<List<Pod>> sites, Set<Pod> there) {
    if (!pod.spec().nodeSelector().isEmpty()) {
      return true;
    }
    for (TopologySpread spread : pod.spec().topologySpread()) {
      if (spread.topologyKey().equals(Labels.HOSTNAME)) {
        long least =
            sites.stream().mapToLong(each -> matching(spread, each, there)).min().orElse(0);
        long self = selects(spread, pod) ? 1 : 0;
        if (matching(spread, site, there) + self - least > spread.maxSkew()) {
          return false;
        }
      }
    }
    return true;
  }

  private static long matching(TopologySpread spread, List<Pod> site, Set<Pod> there) {
    return site.stream().filter(pod -> there.contains(pod) && selects(spread, pod)).count();
  }

  private static boolean selects(TopologySpread spread, Pod pod) {
    return Objects.requireNonNull(spread.labelSelector()).matches(pod.spec().labels());
  }
}
