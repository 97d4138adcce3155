package io.spotwright.scheduling.replay;

import io.spotwright.model.HostPort;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.scheduling.filter.PlacementRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Pods in dense form: classes of equal pods with their rules compiled to counters. Built once, it
 * serves replays on any number of node lists.
 */
public final class PodTable {
  final PodClasses classes = new PodClasses();
  final Shapes shapes = new Shapes();
  final Interned<PlacementRules> placements = new Interned<>();
  final Interned<Eligibility> eligibilities = new Interned<>();
  final Interned<CounterSpec> counters = new Interned<>();
  final List<Pod> pods;
  final int[] classOf;
  final int[] shapeOf;
  final int[] placementOf;
  final List<List<HostPort>> portsOf;
  final ClassRules[] rules;

  /**
   * @param pods to be replayed; a replay names them by their index here
   * @param bound pods that nodes of any replay may already hold
   */
  public PodTable(
      List<Pod> pods,
      Collection<Pod> bound,
      Map<String, SortedMap<String, String>> namespaceLabels) {
    this.pods = List.copyOf(pods);
    classOf = new int[pods.size()];
    for (int i = 0; i < classOf.length; i++) {
      classOf[i] = classes.add(this.pods.get(i));
    }
    bound.forEach(classes::add);
    shapeOf = classes.specs.stream().mapToInt(shapes::add).toArray();
    placementOf =
        classes.specs.stream().mapToInt(s -> placements.add(PlacementRules.of(s))).toArray();
    portsOf = classes.specs.stream().map(PodSpec::hostPorts).toList();
    rules = new RuleCompiler(this, new LabelIndex(classes.specs, namespaceLabels)).compile();
  }

  public List<Pod> pods() {
    return pods;
  }

  int classCount() {
    return classes.size();
  }
}
