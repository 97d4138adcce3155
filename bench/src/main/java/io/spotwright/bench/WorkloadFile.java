package io.spotwright.bench;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A workload as CSV, one Deployment a line. {@code labels} are {@code key=value} words, empty for
 * {@code app=<name>}; {@code rules} are {@code <kind> zone|host self|<labels>} with the kinds
 * spread, prefer-spread, affinity and anti-affinity, separated by semicolons.
 */
final class WorkloadFile {
  private WorkloadFile() {}

  static List<Pod> read(Path file) throws IOException {
    List<Pod> pods = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(file)) {
      String name = row.text("name");
      PodSpec spec = spec(row);
      Workload workload = new Workload("Deployment", "default", name);
      for (long i = 0; i < row.number("replicas"); i++) {
        pods.add(new Pod(name + "-" + i, spec, workload));
      }
    }
    return pods;
  }

  private static PodSpec spec(CsvTable.Row row) {
    Map<String, String> labels = labels(row.text("labels"));
    if (labels.isEmpty()) {
      labels.put("app", row.text("name"));
    }
    Resources requests = Resources.of(row.number("cpu_milli"), row.number("memory_mib") << 20, 1);
    PodSpec.Builder pod = new PodSpec.Builder("default", labels, requests);
    List<TopologySpread> spreads = new ArrayList<>();
    for (String rule : row.text("rules").split(";")) {
      if (!rule.isBlank()) {
        add(pod, spreads, labels, rule.strip().split(" ", 3));
      }
    }
    return pod.topologySpread(spreads).build();
  }

  private static void add(
      PodSpec.Builder pod,
      List<TopologySpread> spreads,
      Map<String, String> labels,
      String[] rule) {
    Map<String, String> matched = rule[2].equals("self") ? labels : labels(rule[2]);
    LabelSelector selector = LabelSelector.of(matched);
    String key = rule[1].equals("zone") ? Labels.ZONE : Labels.HOSTNAME;
    switch (rule[0]) {
      case "spread" -> spreads.add(TopologySpread.hard(1, key, selector));
      case "prefer-spread" ->
          spreads.add(new TopologySpread(1, key, false, selector, 1, true, false, List.of()));
      case "affinity" -> pod.requiredAffinity(List.of(PodAffinityTerm.of(key, selector)));
      case "anti-affinity" -> pod.requiredAntiAffinity(List.of(PodAffinityTerm.of(key, selector)));
      default -> throw new IllegalArgumentException("unknown rule '" + rule[0] + "'");
    }
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    for (String word : text.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        labels.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return labels;
  }
}
