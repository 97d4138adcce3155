package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.scheduling.filter.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters of kube-scheduler, said as plainly as possible. */
final class ReferenceFilters {
  private final ReferenceCluster cluster;

  ReferenceFilters(ReferenceCluster cluster) {
    this.cluster = cluster;
  }

  /** The first rule that keeps the pod off the node. */
  @Nullable Rule refusal(PodSpec pod, int node) {
    SchedulingNode at = cluster.nodes.get(node);
    Taint cordon = new Taint("node.kubernetes.io/unschedulable", "", Taint.Effect.NO_SCHEDULE);
    if (at.unschedulable() && !ReferenceCluster.tolerates(pod, cordon)) {
      return Rule.UNSCHEDULABLE;
    }
    if (!cluster.toleratesHard(pod, node)) {
      return Rule.TAINTS;
    }
    if (!cluster.matchesAffinity(pod, node)) {
      return Rule.NODE_AFFINITY;
    }
    if (!cluster.portsFree(pod, node)) {
      return Rule.HOST_PORT;
    }
    if (!cluster.resourcesFit(pod, node)) {
      return Rule.RESOURCES;
    }
    if (!cluster.reachesVolumes(pod, node)) {
      return Rule.VOLUME_ZONE;
    }
    return betweenPods(pod, node);
  }

  private @Nullable Rule betweenPods(PodSpec pod, int node) {
    List<TopologySpread> hard =
        pod.topologySpread().stream().filter(TopologySpread::doNotSchedule).toList();
    for (TopologySpread spread : hard) {
      if (exceeds(spread, hard, pod, node)) {
        return Rule.TOPOLOGY_SPREAD;
      }
    }
    if (!pod.requiredAffinity().isEmpty() && !hasCompany(pod, node)) {
      return Rule.POD_AFFINITY;
    }
    for (PodAffinityTerm term : pod.requiredAntiAffinity()) {
      if (anyBound(term.topologyKey(), node, other -> cluster.selects(term, pod, other))) {
        return Rule.POD_ANTI_AFFINITY;
      }
    }
    return isExcluded(pod, node) ? Rule.EXISTING_ANTI_AFFINITY : null;
  }

  /** One more pod in the node's domain would be more than maxSkew above the emptiest domain. */
  private boolean exceeds(TopologySpread spread, List<TopologySpread> hard, PodSpec pod, int node) {
    String key = spread.topologyKey();
    String here = cluster.nodes.get(node).labels().get(key);
    if (here == null) {
      return true;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int n = 0; n < cluster.nodes.size(); n++) {
      Map<String, String> labels = cluster.nodes.get(n).labels();
      if (hard.stream().allMatch(s -> labels.containsKey(s.topologyKey()))
          && countsOn(spread, pod, n)) {
        counts.merge(labels.get(key), counted(spread, pod, n), Integer::sum);
      }
    }
    int emptiest =
        counts.size() < spread.minDomains()
            ? 0
            : counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    int self = ReferenceSpread.selects(spread, pod, pod) ? 1 : 0;
    return counts.getOrDefault(here, 0) + self - emptiest > spread.maxSkew();
  }

  private boolean countsOn(TopologySpread spread, PodSpec pod, int node) {
    return (!spread.honorNodeAffinity() || cluster.matchesAffinity(pod, node))
        && (!spread.honorNodeTaints() || cluster.toleratesHard(pod, node));
  }

  private int counted(TopologySpread spread, PodSpec pod, int node) {
    return ReferenceSpread.count(spread, pod, cluster.bound.get(node));
  }

  /** Every term's domain holds a pod that all terms select, or the pod may open the series. */
  private boolean hasCompany(PodSpec pod, int node) {
    boolean everyDomain = true;
    boolean nobodyAnywhere = true;
    for (PodAffinityTerm term : pod.requiredAffinity()) {
      String key = term.topologyKey();
      if (!cluster.nodes.get(node).labels().containsKey(key)) {
        return false;
      }
      everyDomain &= anyBound(key, node, other -> allTermsSelect(pod, other));
      for (int n = 0; n < cluster.nodes.size(); n++) {
        nobodyAnywhere &= !anyBound(key, n, other -> allTermsSelect(pod, other));
      }
    }
    return everyDomain || (nobodyAnywhere && allTermsSelect(pod, pod));
  }

  private boolean allTermsSelect(PodSpec pod, PodSpec other) {
    return pod.requiredAffinity().stream().allMatch(term -> cluster.selects(term, pod, other));
  }

  private boolean isExcluded(PodSpec pod, int node) {
    for (int n = 0; n < cluster.nodes.size(); n++) {
      for (Pod other : cluster.bound.get(n)) {
        for (PodAffinityTerm term : other.spec().requiredAntiAffinity()) {
          if (cluster.selects(term, other.spec(), pod)
              && cluster.sameDomain(term.topologyKey(), n, node)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean anyBound(String key, int node, java.util.function.Predicate<PodSpec> wanted) {
    for (int n = 0; n < cluster.nodes.size(); n++) {
      if (cluster.sameDomain(key, n, node)
          && cluster.bound.get(n).stream().anyMatch(pod -> wanted.test(pod.spec()))) {
        return true;
      }
    }
    return false;
  }
}
