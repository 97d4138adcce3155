package io.spotwright.packing.bound;

import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.problem.Group;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.ProblemBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem freed of the choices that were made before it was stated. A {@link Problem} has tied
 * pods to zones and other domains; another plan may tie them differently, where sizes are cheaper
 * or left to buy. A bound on all plans is therefore one on the same pods without any rule over
 * domains other than the single node, and without the policy's shares and limits.
 *
 * @param problem without ties
 * @param groupOf per group of the given problem its group in {@code problem}
 * @param counts per group of {@code problem} the pods the given problem wants placed
 * @param leavesOut what was dropped
 */
public record DomainFree(Problem problem, int[] groupOf, int[] counts, List<String> leavesOut) {

  /** The request is the one that the problem was built from. */
  public static DomainFree of(Problem problem, PlanRequest request) {
    boolean tied = problem.groups().stream().anyMatch(group -> group.cell() >= 0);
    return tied || mayDemote(problem, request) ? freed(problem, request) : untied(problem);
  }

  /** Where limits end the buying in a NodePool, its pods may go to one of lower weight. */
  private static boolean mayDemote(Problem problem, PlanRequest request) {
    return !problem.limits().none()
        && request.observation().nodePools().stream().mapToInt(NodePool::weight).distinct().count()
            > 1;
  }

  /** For a problem none of whose groups is tied to a domain. */
  public static DomainFree untied(Problem problem) {
    int count = problem.groups().size();
    int[] same = java.util.stream.IntStream.range(0, count).toArray();
    int[] counts = problem.groups().stream().mapToInt(Group::count).toArray();
    return new DomainFree(problem, same, counts, leavesOut(problem, false));
  }

  private static DomainFree freed(Problem problem, PlanRequest request) {
    Observation from = request.observation();
    Map<PodSpec, PodSpec> specs = new IdentityHashMap<>();
    List<Pod> pods = new ArrayList<>();
    for (Pod pod : from.pending()) {
      PodSpec spec = specs.computeIfAbsent(pod.spec(), DomainFree::freed);
      pods.add(new Pod(pod.name(), spec, pod.workload()));
    }
    Observation free =
        new Observation(
            pods,
            from.nodes().stream().map(DomainFree::freed).toList(),
            from.daemonSets(),
            mayDemote(problem, request) ? unweighted(from.nodePools()) : from.nodePools(),
            from.disruptionBudgets(),
            from.namespaceLabels());
    Problem freed =
        new ProblemBuilder(
                new PlanRequest(
                    free,
                    request.offerings(),
                    SpotPolicy.UNSET,
                    request.binding(),
                    request.timeLimit(),
                    request.seed()))
            .build();
    return joined(problem, freed);
  }

  private static List<NodePool> unweighted(List<NodePool> pools) {
    return pools.stream()
        .map(pool ->
            new NodePool(
                pool.name(),
                0,
                pool.labels(),
                pool.taints(),
                pool.startupTaints(),
                pool.requirements(),
                pool.limits(),
                pool.maxPods()))
        .toList();
  }

  private static DomainFree joined(Problem problem, Problem freed) {
    Map<String, Integer> groupOfPod = new HashMap<>();
    for (int g = 0; g < freed.groups().size(); g++) {
      for (Pod pod : freed.group(g).pods()) {
        groupOfPod.put(pod.key(), g);
      }
    }
    int[] groupOf = new int[problem.groups().size()];
    int[] counts = new int[freed.groups().size()];
    for (int g = 0; g < groupOf.length; g++) {
      groupOf[g] = groupOfPod.getOrDefault(problem.example(g).key(), -1);
      for (Pod pod : problem.group(g).pods()) {
        Integer group = groupOfPod.get(pod.key());
        if (group != null) {
          counts[group]++;
        }
      }
    }
    for (int g = 0; g < counts.length; g++) {
      int unit = freed.group(g).unit();
      counts[g] = (counts[g] + unit - 1) / unit;
    }
    return new DomainFree(freed, groupOf, counts, leavesOut(freed, true));
  }

  private static PodSpec freed(PodSpec spec) {
    return new PodSpec.Builder(spec.namespace(), spec.labels(), spec.requests())
        .nodeSelector(spec.nodeSelector())
        .requiredNodeTerms(spec.requiredNodeTerms())
        .volumeNodeTerms(spec.volumeNodeTerms())
        .tolerations(spec.tolerations())
        .topologySpread(
            spec.topologySpread().stream()
                .filter(spread -> spread.topologyKey().equals(Labels.HOSTNAME))
                .toList())
        .requiredAffinity(hostname(spec.requiredAffinity()))
        .requiredAntiAffinity(hostname(spec.requiredAntiAffinity()))
        .hostPorts(spec.hostPorts())
        .build();
  }

  /** The anti-affinity of running pods ties newcomers too. */
  private static Node freed(Node node) {
    List<Pod> pods =
        node.pods().stream()
            .map(pod -> new Pod(pod.name(), freed(pod.spec()), pod.workload()))
            .toList();
    return new Node(
        node.name(), node.labels(), node.taints(), node.allocatable(), node.schedulable(), pods);
  }

  private static List<PodAffinityTerm> hostname(List<PodAffinityTerm> terms) {
    return terms.stream().filter(term -> term.topologyKey().equals(Labels.HOSTNAME)).toList();
  }

  private static List<String> leavesOut(Problem problem, boolean tied) {
    List<String> out = new ArrayList<>();
    if (tied) {
      out.add("rules over zones and other domains, and which pods must be on-demand");
    }
    if (!problem.limits().none()) {
      out.add("limits");
    }
    return out;
  }
}
