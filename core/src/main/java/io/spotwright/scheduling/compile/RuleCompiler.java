package io.spotwright.scheduling.compile;

import io.spotwright.model.Labels;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.model.constraint.Weighted;
import io.spotwright.scheduling.filter.PlacementRules;
import io.spotwright.scheduling.filter.PodMatcher;
import io.spotwright.scheduling.score.DefaultSpread;
import io.spotwright.scheduling.score.Weights;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the rules between pods into counters and, per class, the counters that rule it. */
final class RuleCompiler {
  private final PodTable table;
  private final LabelIndex index;
  private final int everywhere;
  private final ClassRulesBuilder[] builders;
  private final Map<Workload, IntList> byWorkload = new HashMap<>();

  RuleCompiler(PodTable table, LabelIndex index) {
    this.table = table;
    this.index = index;
    everywhere = table.eligibilities.add(Eligibility.ALL);
    builders = new ClassRulesBuilder[table.classCount()];
    for (int c = 0; c < builders.length; c++) {
      byWorkload.computeIfAbsent(table.classes.workloads.get(c), w -> new IntList()).add(c);
    }
  }

  ClassRules[] compile() {
    for (int c = 0; c < builders.length; c++) {
      builders[c] = new ClassRulesBuilder();
    }
    for (int c = 0; c < builders.length; c++) {
      PodSpec pod = table.classes.specs.get(c);
      spread(c, pod);
      requiredAffinity(c, pod);
      antiAffinity(c, pod);
      preferred(c, pod);
    }
    for (int counter = 0; counter < table.counters.size(); counter++) {
      connect(counter, table.counters.list.get(counter).source());
    }
    ClassRules[] rules = new ClassRules[builders.length];
    for (int c = 0; c < rules.length; c++) {
      rules[c] = builders[c].build();
    }
    return rules;
  }

  /** Counters learn which classes they count, and carried terms which classes must heed them. */
  private void connect(int counter, CounterSource source) {
    switch (source) {
      case CounterSource.Matching matching -> {
        for (int c : index.select(matching.all())) {
          builders[c].counted.add(counter);
        }
      }
      case CounterSource.SameWorkload same -> {
        IntList classes = byWorkload.get(same.workload());
        // A pod alone finds none of its own; not counting it saves a row per node.
        if (classes != null && podsOf(classes) > 1) {
          for (int i = 0; i < classes.size(); i++) {
            builders[classes.get(i)].counted.add(counter);
          }
        }
      }
      case CounterSource.Carrying carried -> {
        for (int c : index.select(List.of(carried.matcher()))) {
          if (carried.kind() == CounterSource.Kind.ANTI_AFFINITY) {
            builders[c].existingAnti.add(counter);
          } else {
            builders[c].score(counter, carried.weight());
          }
        }
      }
    }
  }

  private void spread(int c, PodSpec pod) {
    List<TopologySpread> hard =
        pod.topologySpread().stream().filter(s -> s.doNotSchedule()).toList();
    List<TopologySpread> soft =
        pod.topologySpread().stream().filter(s -> !s.doNotSchedule()).toList();
    for (TopologySpread spread : hard) {
      PodMatcher matcher = PodMatcher.of(spread, pod);
      builders[c].hard.add(
          counter(countedBy(matcher), spread.topologyKey(), where(spread, hard, pod)));
      builders[c].hardSkew.add(spread.maxSkew());
      builders[c].hardMinDomains.add(spread.minDomains());
      builders[c].hardSelf.add(index.matchesAll(List.of(matcher), pod) ? 1 : 0);
    }
    for (TopologySpread spread : soft) {
      CounterSource source = countedBy(PodMatcher.of(spread, pod));
      softSpread(c, spread, source, where(spread, soft, pod));
    }
    if (!soft.isEmpty()) {
      builders[c].softEligibility = table.eligibilities.add(new Eligibility(keys(soft), -1, -1));
    }
    defaultSpread(c, pod);
  }

  private void defaultSpread(int c, PodSpec pod) {
    Workload workload = table.classes.workloads.get(c);
    if (!DefaultSpread.appliesTo(pod, workload)) {
      return;
    }
    CounterSource source = new CounterSource.SameWorkload(workload);
    for (TopologySpread spread : DefaultSpread.CONSTRAINTS) {
      softSpread(c, spread, source, where(spread, List.of(), pod));
    }
  }

  private void softSpread(int c, TopologySpread spread, CounterSource source, int where) {
    int counter =
        spread.topologyKey().equals(Labels.HOSTNAME)
            ? counter(source, CounterSpec.BY_NODE, everywhere)
            : counter(source, spread.topologyKey(), where);
    builders[c].soft.add(counter);
    builders[c].softSkew.add(spread.maxSkew());
  }

  /** An empty selector counts no pod, as kube-scheduler has it. */
  private static CounterSource countedBy(PodMatcher matcher) {
    return new CounterSource.Matching(
        List.of(
            matcher.selectsEverything()
                ? new PodMatcher(matcher.namespaces(), null, null)
                : matcher));
  }

  private int where(TopologySpread spread, List<TopologySpread> together, PodSpec pod) {
    PlacementRules rules = PlacementRules.of(pod);
    boolean asksAffinity = !pod.nodeSelector().isEmpty() || !pod.requiredNodeTerms().isEmpty();
    return table.eligibilities.add(
        new Eligibility(
            keys(together),
            spread.honorNodeAffinity() && asksAffinity
                ? table.placements.add(rules.affinityOnly())
                : -1,
            spread.honorNodeTaints() ? table.placements.add(rules.tolerationsOnly()) : -1));
  }

  private static List<String> keys(List<TopologySpread> spreads) {
    return spreads.stream().map(TopologySpread::topologyKey).distinct().sorted().toList();
  }

  private void requiredAffinity(int c, PodSpec pod) {
    if (pod.requiredAffinity().isEmpty()) {
      return;
    }
    List<PodMatcher> all =
        pod.requiredAffinity().stream().map(term -> PodMatcher.of(term, pod)).distinct().toList();
    Set<String> keys = new LinkedHashSet<>();
    pod.requiredAffinity().forEach(term -> keys.add(term.topologyKey()));
    for (String key : keys) {
      builders[c].affinity.add(counter(new CounterSource.Matching(all), key, everywhere));
    }
    builders[c].opensSeries = index.matchesAll(all, pod);
    for (PodAffinityTerm term : pod.requiredAffinity()) {
      carry(c, pod, term, CounterSource.Kind.SCORE, Weights.HARD_POD_AFFINITY);
    }
  }

  private void antiAffinity(int c, PodSpec pod) {
    for (PodAffinityTerm term : pod.requiredAntiAffinity()) {
      builders[c].anti.add(matching(term, pod));
      carry(c, pod, term, CounterSource.Kind.ANTI_AFFINITY, 0);
    }
  }

  private void preferred(int c, PodSpec pod) {
    for (Weighted<PodAffinityTerm> weighted : pod.preferredAffinity()) {
      prefer(c, pod, weighted.term(), weighted.weight());
    }
    for (Weighted<PodAffinityTerm> weighted : pod.preferredAntiAffinity()) {
      prefer(c, pod, weighted.term(), -weighted.weight());
    }
  }

  private void prefer(int c, PodSpec pod, PodAffinityTerm term, int weight) {
    builders[c].score(matching(term, pod), weight);
    carry(c, pod, term, CounterSource.Kind.SCORE, weight);
  }

  private int matching(PodAffinityTerm term, PodSpec pod) {
    return counter(
        new CounterSource.Matching(List.of(PodMatcher.of(term, pod))),
        term.topologyKey(),
        everywhere);
  }

  private void carry(
      int c, PodSpec pod, PodAffinityTerm term, CounterSource.Kind kind, int weight) {
    CounterSource source = new CounterSource.Carrying(kind, PodMatcher.of(term, pod), weight);
    builders[c].counted.add(counter(source, term.topologyKey(), everywhere));
  }

  private int counter(CounterSource source, String key, int eligibility) {
    return table.counters.add(new CounterSpec(source, key, eligibility));
  }

  private int podsOf(IntList classes) {
    int pods = 0;
    for (int i = 0; i < classes.size(); i++) {
      pods += table.classes.count(classes.get(i));
    }
    return pods;
  }
}
