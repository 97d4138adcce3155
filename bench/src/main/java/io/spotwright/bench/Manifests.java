package io.spotwright.bench;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes workloads as Kubernetes would have them, to time the whole command on. */
public final class Manifests {
  private Manifests() {}

  /**
   * {@code KIND PODS SEED FILE}: a generated workload; a name that ends in {@code .yaml} gets
   * manifests, any other CSV. {@code CSV FILE}: a workload of this benchmark as manifests.
   */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[arguments.length - 1]);
    if (arguments.length == 2) {
      Files.writeString(out, yaml(WorkloadFile.read(Path.of(arguments[0]))));
      return;
    }
    int pods = Integer.parseInt(arguments[1]);
    List<String> lines = Workloads.generate(arguments[0], pods, Long.parseLong(arguments[2]));
    if (!out.toString().endsWith(".yaml")) {
      Files.write(out, lines);
      return;
    }
    Path csv = Files.createTempFile("workload", ".csv");
    Files.write(csv, lines);
    Files.writeString(out, yaml(WorkloadFile.read(csv)));
    Files.delete(csv);
  }

  /** One Deployment for each template. */
  static String yaml(List<Pod> pods) {
    Map<PodSpec, Integer> replicas = new LinkedHashMap<>();
    Map<PodSpec, String> names = new LinkedHashMap<>();
    for (Pod pod : pods) {
      replicas.merge(pod.spec(), 1, Integer::sum);
      names.putIfAbsent(pod.spec(), pod.workload().name());
    }
    StringBuilder text = new StringBuilder();
    replicas.forEach((spec, count) -> append(text, names.getOrDefault(spec, ""), spec, count));
    return text.toString();
  }

  private static void append(StringBuilder text, String name, PodSpec spec, int replicas) {
    text.append(
        """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: %s}
        spec:
          replicas: %d
          selector: {matchLabels: %s}
          template:
            metadata: {labels: %s}
            spec:
              containers:
              - name: main
                image: example.invalid/%s:1
                resources: {requests: {cpu: %dm, memory: %dMi}}
        """
            .formatted(
                name,
                spec.namespace(),
                replicas,
                labels(spec.labels()),
                labels(spec.labels()),
                name,
                spec.requests().cpu(),
                spec.requests().memory() >> 20));
    if (!spec.topologySpread().isEmpty()) {
      text.append("      topologySpreadConstraints:\n");
      spec.topologySpread().forEach(spread -> text.append(spread(spread)));
    }
    affinity(text, "podAffinity", spec.requiredAffinity());
    affinity(text, "podAntiAffinity", spec.requiredAntiAffinity());
  }

  private static String spread(TopologySpread spread) {
    String action = spread.doNotSchedule() ? "DoNotSchedule" : "ScheduleAnyway";
    return "      - {maxSkew: %d, topologyKey: %s, whenUnsatisfiable: %s, labelSelector: %s}\n"
        .formatted(
            spread.maxSkew(), spread.topologyKey(), action, selector(spread.labelSelector()));
  }

  private static void affinity(StringBuilder text, String kind, List<PodAffinityTerm> terms) {
    if (!terms.isEmpty()) {
      text.append("      affinity:\n        ").append(kind).append(":\n");
      text.append("          requiredDuringSchedulingIgnoredDuringExecution:\n");
      for (PodAffinityTerm term : terms) {
        text.append(
            "          - {topologyKey: %s, labelSelector: %s}\n"
                .formatted(term.topologyKey(), selector(term.labelSelector())));
      }
    }
  }

  private static String selector(@Nullable LabelSelector selector) {
    return selector == null ? "{}" : "{matchLabels: " + labels(selector.matchLabels()) + "}";
  }

  private static String labels(Map<String, String> labels) {
    StringBuilder text = new StringBuilder("{");
    labels.forEach((key, value) ->
        text.append(text.length() > 1 ? ", " : "")
            .append(key)
            .append(": \"")
            .append(value)
            .append('"'));
    return text.append('}').toString();
  }
}
