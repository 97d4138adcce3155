package io.spotwright.bench;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Binding;
import io.spotwright.packing.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The inputs in {@code bench/data}; a workload that has no file there is generated. */
final class BenchData {
  static final PlanRequest EMPTY =
      new PlanRequest(
          Observation.of(List.of()),
          List.of(),
          SpotPolicy.UNSET,
          Binding.EXACT,
          Duration.ofMillis(1),
          1);

  private static final Path DATA = Path.of(System.getProperty("bench.data", "data"));

  private BenchData() {}

  /** {@code kind-pods}, as in {@code diverse-10000}. */
  static List<Pod> pods(String workload) throws IOException {
    Path file = DATA.resolve("workloads").resolve(workload + ".csv");
    if (Files.exists(file)) {
      return WorkloadFile.read(file);
    }
    int dash = workload.lastIndexOf('-');
    int pods = Integer.parseInt(workload.substring(dash + 1));
    Path generated = Files.createTempFile(workload, ".csv");
    Files.write(generated, Workloads.generate(workload.substring(0, dash), pods, 1));
    List<Pod> read = WorkloadFile.read(generated);
    Files.delete(generated);
    return read;
  }

  static PlanRequest request(
      String workload, String catalogue, CapacityType type, int maxVcpus, Duration timeLimit)
      throws IOException {
    return new PlanRequest(
        Observation.of(pods(workload)),
        CatalogueFile.read(
            DATA.resolve("catalogues").resolve(catalogue + ".csv"), Set.of(type), maxVcpus),
        SpotPolicy.UNSET,
        Binding.EXACT,
        timeLimit,
        1);
  }
}
