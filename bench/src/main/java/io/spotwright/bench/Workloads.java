package io.spotwright.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Our own workloads, any size and seed, one CSV line per group of equal pods as {@link
 * WorkloadFile} reads them. The mixes are those of Karpenter's benchmarks (generic, diverse, basic)
 * and of a fleet of Deployments (services).
 */
final class Workloads {
  private static final int[] MILLICORES = {100, 250, 500, 1000, 1500};
  private static final int[] MEBIBYTES = {100, 256, 512, 1024, 2048, 4096};
  private static final int[] SERVICE_MILLICORES = {
    50, 100, 100, 150, 200, 200, 250, 250, 300, 400, 500, 500, 750, 1000, 1000, 1500, 2000, 3000,
    4000, 8000
  };

  private final SplittableRandom random;
  private final Map<String, Integer> groups = new LinkedHashMap<>();

  private Workloads(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The lines of a workload, header first; throws {@link IllegalArgumentException} for no such
   * kind.
   */
  static List<String> generate(String kind, int pods, long seed) {
    Workloads workloads = new Workloads(seed);
    List<String> lines =
        new ArrayList<>(List.of("name,replicas,cpu_milli,memory_mib,labels,rules"));
    switch (kind) {
      case "basic" -> {
        lines.add("small," + pods / 2 + ",900,3100,,");
        lines.add("large," + (pods - pods / 2) + ",3500,28672,,");
        return lines;
      }
      case "services" -> {
        lines.addAll(workloads.services(pods));
        return lines;
      }
      case "generic" -> workloads.mix("", "", pods);
      case "diverse", "diverse-self" -> workloads.diverse(pods, kind.endsWith("self"));
      default ->
          throw new IllegalArgumentException(
              "no workload '" + kind + "'; known: basic, generic, services, diverse, diverse-self");
    }
    int number = 0;
    for (Map.Entry<String, Integer> group : workloads.groups.entrySet()) {
      lines.add("group-" + number++ + "," + group.getValue() + "," + group.getKey());
    }
    return lines;
  }

  /** A fifth each without rules, spread by zone, by node, together in a zone, apart on nodes. */
  private void diverse(int pods, boolean self) {
    int fifth = pods / 5;
    mix("spread zone", self ? "zspread" : "label", fifth);
    mix("spread host", self ? "hspread" : "label", fifth);
    mix("affinity zone", "pair", fifth);
    mix("anti-affinity host", "app", fifth);
    mix("", "", pods - 4 * fifth);
  }

  private void mix(String rule, String key, int pods) {
    for (int i = 0; i < pods; i++) {
      String labels = (key.isEmpty() ? "label" : key) + "=" + letter();
      String selected = key.equals("label") ? "label=" + letter() : "self";
      if (rule.startsWith("anti")) {
        labels = "app=nginx";
      }
      String rules = rule.isEmpty() ? "" : rule + " " + selected;
      groups.merge(
          any(MILLICORES) + "," + any(MEBIBYTES) + "," + labels + "," + rules, 1, Integer::sum);
    }
  }

  /** Replicas follow a power law from 5 up, 25 on average; memory 0.4 to 8 GiB a core. */
  private List<String> services(int pods) {
    List<String> lines = new ArrayList<>();
    for (int left = pods, number = 0; left > 0; number++) {
      int drawn = (int) (5 / Math.pow(1 - random.nextDouble(), 0.8));
      int replicas = Math.min(left, Math.min(drawn, Math.max(5, pods / 10)));
      int cpu = any(SERVICE_MILLICORES);
      double gibPerCore = 0.4 * Math.pow(20, random.nextDouble());
      int memory = Math.max(64, (int) (cpu * gibPerCore * 1.024 / 64) * 64);
      lines.add("svc-" + number + "," + replicas + "," + cpu + "," + memory + ",,");
      left -= replicas;
    }
    return lines;
  }

  private int any(int[] values) {
    return values[random.nextInt(values.length)];
  }

  private char letter() {
    return (char) ('a' + random.nextInt(7));
  }
}
