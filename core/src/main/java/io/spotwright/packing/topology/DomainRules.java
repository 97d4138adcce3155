package io.spotwright.packing.topology;

import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the rules over domains other than the single node, each with its owners and members. */
public final class DomainRules {
  private record Identity(
      DomainRule.Kind kind, String key, PodSelection selection, int maxSkew, int minDomains) {}

  private final Map<Identity, DomainRule> rules = new LinkedHashMap<>();
  private final Observation observation;

  public DomainRules(Observation observation, List<PodClass> classes) {
    this.observation = observation;
    for (PodClass each : classes) {
      each.specs().forEach(spec -> collect(spec, each.id()));
    }
    List<PodSpec> boundOwners = boundOwners();
    for (PodSpec bound : boundOwners) {
      // A running pod's anti-affinity binds newcomers too.
      for (PodAffinityTerm term : bound.requiredAntiAffinity()) {
        if (!term.topologyKey().equals(Labels.HOSTNAME)) {
          rule(DomainRule.Kind.APART, term.topologyKey(), PodSelection.of(bound, term), 0, 0);
        }
      }
    }
    Matches matches = new Matches(classes, observation.namespaceLabels());
    for (DomainRule rule : rules.values()) {
      rule.members.addAll(matches.of(rule.selection));
    }
    countBound();
  }

  private List<PodSpec> boundOwners() {
    List<PodSpec> owners = new ArrayList<>();
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        if (!pod.spec().requiredAntiAffinity().isEmpty()) {
          owners.add(pod.spec());
        }
      }
    }
    return owners;
  }

  private void collect(PodSpec spec, int id) {
    for (TopologySpread spread : spec.topologySpread()) {
      if (spread.doNotSchedule() && !spread.topologyKey().equals(Labels.HOSTNAME)) {
        rule(
                DomainRule.Kind.SPREAD,
                spread.topologyKey(),
                PodSelection.of(spec, spread),
                spread.maxSkew(),
                spread.minDomains())
            .owners
            .add(id);
      }
    }
    for (PodAffinityTerm term : spec.requiredAffinity()) {
      own(DomainRule.Kind.TOGETHER, spec, term, id);
    }
    for (PodAffinityTerm term : spec.requiredAntiAffinity()) {
      own(DomainRule.Kind.APART, spec, term, id);
    }
  }

  private void own(DomainRule.Kind kind, PodSpec spec, PodAffinityTerm term, int id) {
    if (!term.topologyKey().equals(Labels.HOSTNAME)) {
      rule(kind, term.topologyKey(), PodSelection.of(spec, term), 0, 0).owners.add(id);
    }
  }

  private DomainRule rule(
      DomainRule.Kind kind, String key, PodSelection selection, int maxSkew, int minDomains) {
    return rules.computeIfAbsent(
        new Identity(kind, key, selection, maxSkew, minDomains),
        id -> new DomainRule(kind, key, selection, maxSkew, minDomains));
  }

  private void countBound() {
    for (Node node : observation.nodes()) {
      for (DomainRule rule : rules.values()) {
        String domain = node.labels().getOrDefault(rule.key, "");
        if (domain.isEmpty()) {
          continue;
        }
        for (Pod pod : node.pods()) {
          boolean member = rule.selection.matches(pod.spec(), observation.namespaceLabels());
          rule.countBound(domain, member, owns(pod.spec(), rule));
        }
      }
    }
  }

  private static boolean owns(PodSpec spec, DomainRule rule) {
    return rule.kind == DomainRule.Kind.APART
        && spec.requiredAntiAffinity().stream()
            .anyMatch(term ->
                term.topologyKey().equals(rule.key)
                    && PodSelection.of(spec, term).equals(rule.selection));
  }

  List<DomainRule> all() {
    return List.copyOf(rules.values());
  }

  /** Topology keys in use. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (DomainRule rule : rules.values()) {
      keys.add(rule.key);
    }
    return keys;
  }
}
