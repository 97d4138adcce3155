package io.spotwright.scheduling;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The remaining scores of the default profile, with integer arithmetic as the real one has it. */
final class ReferenceScores {
  private final ReferenceCluster cluster;

  ReferenceScores(ReferenceCluster cluster) {
    this.cluster = cluster;
  }

  int resources(PodSpec pod, int node) {
    return leastAllocated(pod, node) + balanced(pod, node);
  }

  private int leastAllocated(PodSpec pod, int node) {
    List<Pod> pods = new ArrayList<>(cluster.bound.get(node));
    long cpu = orDefault(pod.requests().cpu(), 100);
    long memory = orDefault(pod.requests().memory(), 200L << 20);
    for (Pod other : pods) {
      cpu += orDefault(other.spec().requests().cpu(), 100);
      memory += orDefault(other.spec().requests().memory(), 200L << 20);
    }
    Resources all = cluster.nodes.get(node).allocatable();
    List<Long> parts = new ArrayList<>();
    if (all.cpu() > 0) {
      parts.add(cpu > all.cpu() ? 0 : (all.cpu() - cpu) * 100 / all.cpu());
    }
    if (all.memory() > 0) {
      parts.add(memory > all.memory() ? 0 : (all.memory() - memory) * 100 / all.memory());
    }
    return parts.isEmpty()
        ? 0
        : (int) (parts.stream().mapToLong(Long::longValue).sum() / parts.size());
  }

  private static long orDefault(long request, long missing) {
    return request == 0 ? missing : request;
  }

  private int balanced(PodSpec pod, int node) {
    if (pod.requests().cpu() == 0 && pod.requests().memory() == 0) {
      return 0;
    }
    long cpu = cluster.used(node, Resources.CPU);
    long memory = cluster.used(node, Resources.MEMORY);
    long before = evenness(node, cpu, memory);
    long with = evenness(node, cpu + pod.requests().cpu(), memory + pod.requests().memory());
    return (int) (50 + (50 + with - before) / 2);
  }

  private long evenness(int node, long cpu, long memory) {
    Resources all = cluster.nodes.get(node).allocatable();
    if (all.cpu() == 0 || all.memory() == 0) {
      return 100;
    }
    double cpuShare = Math.min((double) cpu / all.cpu(), 1);
    double memoryShare = Math.min((double) memory / all.memory(), 1);
    return (long) ((1 - Math.abs((cpuShare - memoryShare) / 2)) * 100);
  }

  int[] placement(PodSpec pod, List<Integer> feasible) {
    ToLongFunction<Integer> taints =
        n ->
            cluster.nodes.get(n).taints().stream()
                .filter(taint -> taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE)
                .filter(taint -> !ReferenceCluster.tolerates(pod, taint))
                .count();
    ToLongFunction<Integer> preferred =
        n ->
            pod.preferredNodeTerms().stream()
                .filter(term -> cluster.anyTerm(List.of(term.term()), n))
                .mapToLong(Weighted::weight)
                .sum();
    long mostTaints = feasible.stream().mapToLong(taints).max().orElse(0);
    long mostPreferred = feasible.stream().mapToLong(preferred).max().orElse(0);
    int[] scores = new int[cluster.nodes.size()];
    for (int n : feasible) {
      long taintScore = mostTaints == 0 ? 100 : 100 - 100 * taints.applyAsLong(n) / mostTaints;
      long preference = mostPreferred == 0 ? 0 : 100 * preferred.applyAsLong(n) / mostPreferred;
      scores[n] = (int) (3 * taintScore + 2 * preference);
    }
    return scores;
  }

  int[] podAffinity(PodSpec pod, List<Integer> feasible) {
    Map<Integer, Long> raw = new HashMap<>();
    feasible.forEach(n -> raw.put(n, attraction(pod, n)));
    long min = raw.values().stream().mapToLong(Long::longValue).min().orElse(0);
    long max = raw.values().stream().mapToLong(Long::longValue).max().orElse(0);
    int[] scores = new int[cluster.nodes.size()];
    raw.forEach((n, value) ->
        scores[n] = max == min ? 0 : 2 * (int) (100 * ((double) (value - min) / (max - min))));
    return scores;
  }

  private long attraction(PodSpec pod, int node) {
    long sum = 0;
    for (int n = 0; n < cluster.nodes.size(); n++) {
      for (Pod bound : cluster.bound.get(n)) {
        PodSpec other = bound.spec();
        sum += pull(pod.preferredAffinity(), pod, other, n, node);
        sum -= pull(pod.preferredAntiAffinity(), pod, other, n, node);
        sum += pull(other.preferredAffinity(), other, pod, n, node);
        sum -= pull(other.preferredAntiAffinity(), other, pod, n, node);
        sum +=
            pull(
                other.requiredAffinity().stream().map(t -> new Weighted<>(1, t)).toList(),
                other,
                pod,
                n,
                node);
      }
    }
    return sum;
  }

  private long pull(
      List<Weighted<PodAffinityTerm>> terms, PodSpec owner, PodSpec other, int there, int here) {
    return terms.stream()
        .filter(term -> cluster.selects(term.term(), owner, other))
        .filter(term -> cluster.sameDomain(term.term().topologyKey(), there, here))
        .mapToLong(Weighted::weight)
        .sum();
  }
}
