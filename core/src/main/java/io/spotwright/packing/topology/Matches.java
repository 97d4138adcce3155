package io.spotwright.packing.topology;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes a selection matches. Thousands of workloads each with a selector of its own
 * would be millions of comparisons, so classes are looked up by one label pair first.
 */
final class Matches {
  private final List<PodClass> classes;
  private final Map<String, SortedMap<String, String>> namespaceLabels;
  private final Map<Map.Entry<String, String>, List<PodClass>> byLabel = new HashMap<>();

  Matches(List<PodClass> classes, Map<String, SortedMap<String, String>> namespaceLabels) {
    this.classes = classes;
    this.namespaceLabels = namespaceLabels;
    for (PodClass each : classes) {
      for (PodSpec spec : each.specs()) {
        for (Map.Entry<String, String> label : spec.labels().entrySet()) {
          byLabel
              .computeIfAbsent(
                  Map.entry(label.getKey(), label.getValue()), key -> new ArrayList<>())
              .add(each);
        }
      }
    }
  }

  List<Integer> of(PodSelection selection) {
    List<Integer> ids = new ArrayList<>();
    for (PodClass candidate : candidates(selection.labels())) {
      if (candidate.specs().stream().anyMatch(spec -> selection.matches(spec, namespaceLabels))) {
        ids.add(candidate.id());
      }
    }
    return ids;
  }

  private List<PodClass> candidates(@Nullable LabelSelector selector) {
    if (selector == null) {
      return List.of();
    }
    List<PodClass> fewest = classes;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      List<PodClass> having =
          byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of());
      if (having.size() < fewest.size()) {
        fewest = having;
      }
    }
    return fewest;
  }
}
