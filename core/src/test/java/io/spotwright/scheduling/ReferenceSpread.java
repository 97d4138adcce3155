package io.spotwright.scheduling;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/** PodTopologySpread's score, and which pods a spread constraint counts. */
final class ReferenceSpread {
  private final ReferenceCluster cluster;

  ReferenceSpread(ReferenceCluster cluster) {
    this.cluster = cluster;
  }

  static boolean selects(TopologySpread spread, PodSpec owner, PodSpec other) {
    if (spread.labelSelector() == null || !spread.labelSelector().matches(other.labels())) {
      return false;
    }
    return owner.namespace().equals(other.namespace())
        && spread.matchLabelKeys().stream()
            .filter(owner.labels()::containsKey)
            .allMatch(key -> Objects.equals(owner.labels().get(key), other.labels().get(key)));
  }

  /** Without any expression the constraint counts nothing, though it selects everything. */
  static int count(TopologySpread spread, PodSpec owner, List<Pod> pods) {
    LabelSelector selector = spread.labelSelector();
    boolean expressions =
        selector == null
            || !selector.matchLabels().isEmpty()
            || !selector.matchExpressions().isEmpty()
            || spread.matchLabelKeys().stream().anyMatch(owner.labels()::containsKey);
    return !expressions
        ? 0
        : (int) pods.stream().filter(pod -> selects(spread, owner, pod.spec())).count();
  }

  /** Weighted scores of the feasible nodes. */
  int[] scores(Pod pod, List<Integer> feasible) {
    List<TopologySpread> soft = new ArrayList<>(pod.spec().topologySpread());
    soft.removeIf(TopologySpread::doNotSchedule);
    boolean defaults =
        pod.spec().topologySpread().isEmpty()
            && Set.of("Deployment", "ReplicaSet", "StatefulSet", "ReplicationController")
                .contains(pod.workload().kind());
    if (defaults) {
      soft.add(new TopologySpread(3, Labels.HOSTNAME, false, null, 1, true, false, List.of()));
      soft.add(new TopologySpread(5, Labels.ZONE, false, null, 1, true, false, List.of()));
    }
    int[] scores = new int[cluster.nodes.size()];
    if (soft.isEmpty()) {
      return scores;
    }
    List<Integer> scored = feasible.stream().filter(n -> defaults || hasKeys(n, soft)).toList();
    Map<Integer, Long> raw = new HashMap<>();
    for (int n : scored) {
      double sum = 0;
      for (TopologySpread spread : soft) {
        sum += part(spread, pod, n, soft, defaults, scored);
      }
      raw.put(n, Math.round(sum));
    }
    long min = raw.values().stream().mapToLong(Long::longValue).min().orElse(0);
    long max = raw.values().stream().mapToLong(Long::longValue).max().orElse(0);
    raw.forEach(
        (n, score) -> scores[n] = 2 * (max == 0 ? 100 : (int) (100 * (max + min - score) / max)));
    return scores;
  }

  private double part(
      TopologySpread spread,
      Pod pod,
      int node,
      List<TopologySpread> soft,
      boolean defaults,
      List<Integer> scored) {
    String key = spread.topologyKey();
    String value = cluster.nodes.get(node).labels().get(key);
    if (value == null) {
      return 0;
    }
    ToIntFunction<Integer> matching =
        n ->
            defaults
                ? (int)
                    cluster.bound.get(n).stream()
                        .filter(other -> other.workload().equals(pod.workload()))
                        .count()
                : count(spread, pod.spec(), cluster.bound.get(n));
    if (key.equals(Labels.HOSTNAME)) {
      return matching.applyAsInt(node) * Math.log(scored.size() + 2) + spread.maxSkew() - 1;
    }
    Set<String> domains = new HashSet<>();
    scored.forEach(n -> domains.add(cluster.nodes.get(n).labels().getOrDefault(key, "")));
    int count = 0;
    for (int n = 0; n < cluster.nodes.size(); n++) {
      boolean counts =
          (defaults || hasKeys(n, soft))
              && (!spread.honorNodeAffinity() || cluster.matchesAffinity(pod.spec(), n))
              && (!spread.honorNodeTaints() || cluster.toleratesHard(pod.spec(), n));
      if (counts && value.equals(cluster.nodes.get(n).labels().get(key))) {
        count += matching.applyAsInt(n);
      }
    }
    return count * Math.log(domains.size() + 2) + spread.maxSkew() - 1;
  }

  private boolean hasKeys(int node, List<TopologySpread> soft) {
    Map<String, String> labels = cluster.nodes.get(node).labels();
    return soft.stream().allMatch(spread -> labels.containsKey(spread.topologyKey()));
  }
}
