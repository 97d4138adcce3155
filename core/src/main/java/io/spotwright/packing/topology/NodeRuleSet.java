package io.spotwright.packing.topology;

import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rules within one node over classes, then states them over groups. */
public final class NodeRuleSet {
  private enum Kind {
    SPREAD(Reason.Kind.TOPOLOGY_SPREAD),
    APART(Reason.Kind.POD_ANTI_AFFINITY),
    TOGETHER(Reason.Kind.POD_AFFINITY),
    PORTS(Reason.Kind.HOST_PORT);

    private final Reason.Kind reason;

    Kind(Reason.Kind reason) {
      this.reason = reason;
    }
  }

  private record Identity(
      Kind kind, @Nullable PodSelection selection, List<HostPort> ports, int cap) {

    /**
     * The pod itself counts where its own anti-affinity selects it, so one such pod may be there.
     */
    static Identity apart(PodSpec owner, PodAffinityTerm term, Observation observation) {
      PodSelection selection = PodSelection.of(owner, term);
      boolean self = selection.matches(owner, observation.namespaceLabels());
      return new Identity(Kind.APART, selection, List.of(), self ? 1 : 0);
    }
  }

  private static final class Rule {
    private final Identity identity;
    private final BitSet owners = new BitSet();
    private final BitSet members = new BitSet();

    private Rule(Identity identity) {
      this.identity = identity;
    }
  }

  private final Map<Identity, Rule> rules = new LinkedHashMap<>();
  private final List<BitSet> signatures = new ArrayList<>();
  private final Observation observation;

  public NodeRuleSet(Observation observation, List<PodClass> classes) {
    this.observation = observation;
    for (PodClass each : classes) {
      each.specs().forEach(spec -> collect(spec, each));
    }
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        for (PodAffinityTerm term : hostname(pod.spec().requiredAntiAffinity())) {
          rule(Identity.apart(pod.spec(), term, observation));
        }
      }
    }
    Matches matches = new Matches(classes, observation.namespaceLabels());
    for (Rule rule : rules.values()) {
      if (rule.identity.selection != null) {
        matches.of(rule.identity.selection).forEach(rule.members::set);
      }
    }
    for (PodClass each : classes) {
      for (Rule rule : rules.values()) {
        if (rule.identity.kind == Kind.PORTS
            && each.specs().stream().anyMatch(spec -> collides(spec, rule.identity.ports))) {
          rule.members.set(each.id());
        }
      }
    }
    sign(classes);
  }

  private void sign(List<PodClass> classes) {
    classes.forEach(each -> signatures.add(new BitSet()));
    int bit = 0;
    for (Rule rule : rules.values()) {
      int owning = bit;
      rule.owners.stream().forEach(id -> signatures.get(id).set(owning));
      rule.members.stream().forEach(id -> signatures.get(id).set(owning + 1));
      bit += 2;
    }
  }

  private static List<PodAffinityTerm> hostname(List<PodAffinityTerm> terms) {
    return terms.stream().filter(term -> term.topologyKey().equals(Labels.HOSTNAME)).toList();
  }

  private void collect(PodSpec spec, PodClass podClass) {
    int id = podClass.id();
    for (TopologySpread spread : spec.topologySpread()) {
      if (spread.doNotSchedule() && spread.topologyKey().equals(Labels.HOSTNAME)) {
        PodSelection selection = PodSelection.of(spec, spread);
        own(new Identity(Kind.SPREAD, selection, List.of(), spread.maxSkew()), id);
      }
    }
    for (PodAffinityTerm term : hostname(spec.requiredAntiAffinity())) {
      own(Identity.apart(spec, term, observation), id);
    }
    // A class packed as a whole is together by that.
    List<PodAffinityTerm> partners =
        podClass.isWhole() ? List.of() : hostname(spec.requiredAffinity());
    for (PodAffinityTerm term : partners) {
      own(new Identity(Kind.TOGETHER, PodSelection.of(spec, term), List.of(), 0), id);
    }
    if (!spec.hostPorts().isEmpty()) {
      own(new Identity(Kind.PORTS, null, spec.hostPorts(), 1), id);
    }
  }

  private void own(Identity identity, int id) {
    rule(identity).owners.set(id);
  }

  private Rule rule(Identity identity) {
    return rules.computeIfAbsent(identity, Rule::new);
  }

  private static boolean collides(PodSpec spec, List<HostPort> ports) {
    return spec.hostPorts().stream().anyMatch(mine -> ports.stream().anyMatch(mine::conflictsWith));
  }

  /** Classes with equal signatures are owners and members of the same rules. */
  public BitSet signature(int podClass) {
    return signatures.get(podClass);
  }

  /** Per group the class it is of, and how many pods are packed as one. */
  public NodeRules forGroups(List<Integer> classOfGroup, int[] units) {
    Map<Integer, BitSet> groupsOfClass = new HashMap<>();
    for (int g = 0; g < classOfGroup.size(); g++) {
      groupsOfClass.computeIfAbsent(classOfGroup.get(g), id -> new BitSet()).set(g);
    }
    List<NodeRules.Rule> stated = new ArrayList<>();
    for (Rule rule : rules.values()) {
      stated.add(
          new NodeRules.Rule(
              groups(rule.owners, groupsOfClass),
              groups(rule.members, groupsOfClass),
              rule.identity.cap,
              rule.identity.kind == Kind.TOGETHER,
              rule.identity.kind.reason));
    }
    return new NodeRules(stated, units);
  }

  private static BitSet groups(BitSet classes, Map<Integer, BitSet> groupsOfClass) {
    BitSet groups = new BitSet();
    classes.stream().forEach(id -> groups.or(groupsOfClass.getOrDefault(id, new BitSet())));
    return groups;
  }

  public NodeRules.Tally tally(NodeRules stated, Node node) {
    NodeRules.Tally tally = stated.tally();
    int r = 0;
    for (Rule rule : rules.values()) {
      for (Pod pod : node.pods()) {
        tally.addBound(r, boundOwns(rule, pod.spec()), boundIsMember(rule, pod.spec()));
      }
      r++;
    }
    return tally;
  }

  private boolean boundIsMember(Rule rule, PodSpec spec) {
    if (rule.identity.selection == null) {
      return collides(spec, rule.identity.ports);
    }
    return rule.identity.selection.matches(spec, observation.namespaceLabels());
  }

  private boolean boundOwns(Rule rule, PodSpec spec) {
    return rule.identity.kind == Kind.APART
        && hostname(spec.requiredAntiAffinity()).stream()
            .anyMatch(term -> Identity.apart(spec, term, observation).equals(rule.identity));
  }
}
