package io.spotwright.packing.topology;

import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of all pending pods, in order of first appearance.
 *
 * <p>Where pods ask for a node that holds one of themselves, Kubernetes lets only the first of them
 * start anywhere; all others must join it. So they share one node: a class that is a whole. When
 * such a pod runs already, they can only join a node that has one.
 */
public final class PodClasses {
  private record Alike(PodSpec spec, int demoted, PodClass.Kind kind) {}

  private final Observation observation;
  private final Map<Pod, Integer> demoted;
  private final List<PodClass> classes = new ArrayList<>();

  /** {@code demoted} is by identity; see {@link PodClass#demoted()}. */
  public static List<PodClass> of(Observation observation, Map<Pod, Integer> demoted) {
    PodClasses all = new PodClasses(observation, demoted);
    all.collect();
    return List.copyOf(all.classes);
  }

  private PodClasses(Observation observation, Map<Pod, Integer> demoted) {
    this.observation = observation;
    this.demoted = demoted;
  }

  private void collect() {
    Map<Object, List<Pod>> byKey = new LinkedHashMap<>();
    Map<PodSpec, List<Pod>> bySpec = new IdentityHashMap<>();
    for (Pod pod : observation.pending()) {
      Integer steps = demoted.get(pod);
      List<Pod> alike =
          steps == null
              ? bySpec.computeIfAbsent(pod.spec(), spec -> alike(byKey, key(spec, 0)))
              : alike(byKey, key(pod.spec(), steps));
      alike.add(pod);
    }
    byKey.forEach((key, pods) -> {
      if (key instanceof Alike alike) {
        classes.add(
            new PodClass(classes.size(), List.of(alike.spec), pods, alike.kind, alike.demoted));
      } else {
        List<PodSpec> specs = pods.stream().map(Pod::spec).distinct().toList();
        classes.add(
            new PodClass(classes.size(), specs, pods, PodClass.Kind.WHOLE, mostDemoted(pods)));
      }
    });
  }

  private static List<Pod> alike(Map<Object, List<Pod>> byKey, Object key) {
    return byKey.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private int mostDemoted(List<Pod> pods) {
    return pods.stream().mapToInt(pod -> demoted.getOrDefault(pod, 0)).max().orElse(0);
  }

  /** What pods of one class have in common: the spec, or the selections that bind them together. */
  private Object key(PodSpec spec, int demotions) {
    if (spec.requiredAffinity().isEmpty()) {
      return new Alike(spec, demotions, PodClass.Kind.SINGLE);
    }
    List<PodSelection> own = ownNode(spec);
    boolean starts = !own.isEmpty() && own.stream().allMatch(selection -> matches(selection, spec));
    if (starts && !isBound(own)) {
      return own;
    }
    return new Alike(spec, demotions, starts ? PodClass.Kind.JOINING : PodClass.Kind.SINGLE);
  }

  private static List<PodSelection> ownNode(PodSpec spec) {
    List<PodSelection> selections = new ArrayList<>();
    for (PodAffinityTerm term : spec.requiredAffinity()) {
      if (term.topologyKey().equals(Labels.HOSTNAME)) {
        selections.add(PodSelection.of(spec, term));
      }
    }
    return selections;
  }

  private boolean matches(PodSelection selection, PodSpec spec) {
    return selection.matches(spec, observation.namespaceLabels());
  }

  private boolean isBound(List<PodSelection> selections) {
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        if (selections.stream().allMatch(selection -> matches(selection, pod.spec()))) {
          return true;
        }
      }
    }
    return false;
  }
}
