package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.PriorityClass;
import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import java.util.Map;

/** Finds the priority of a pod as the admission of the API server would. */
final class Priorities {
  private static final Map<String, Integer> BUILT_IN =
      Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

  private final Map<String, PriorityClass> classes;
  private final Diagnostics diagnostics;
  private final int standard;

  Priorities(Map<String, PriorityClass> classes, Diagnostics diagnostics) {
    this.classes = classes;
    this.diagnostics = diagnostics;
    this.standard =
        classes.values().stream()
            .filter(PriorityClass::standard)
            .mapToInt(PriorityClass::value)
            .max()
            .orElse(0);
  }

  int of(PodTemplate template) {
    String name = template.priorityClass();
    if (template.priority() != null) {
      return template.priority();
    }
    if (name == null || name.isEmpty()) {
      return standard;
    }
    PriorityClass known = classes.get(name);
    if (known != null) {
      return known.value();
    }
    Integer builtIn = BUILT_IN.get(name);
    if (builtIn == null) {
      diagnostics.note("PriorityClass " + name + " is not in the input; priority 0 is assumed");
      return 0;
    }
    return builtIn;
  }
}
