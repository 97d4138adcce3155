package io.spotwright.scheduling.compile;

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
  public final Shapes shapes = new Shapes();
  public final Interned<PlacementRules> placements = new Interned<>();
  public final Interned<Eligibility> eligibilities = new Interned<>();
  public final Interned<CounterSpec> counters = new Interned<>();
  final List<Pod> pods;
  public final int[] classOf;
  public final int[] shapeOf;
  public final int[] placementOf;
  public final List<List<HostPort>> portsOf;
  public final ClassRules[] rules;

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

  /** The class of a pod, {@code -1} when the table was not built with one like it. */
  public int find(Pod pod) {
    return classes.find(pod);
  }

  public int classCount() {
    return classes.size();
  }
}
