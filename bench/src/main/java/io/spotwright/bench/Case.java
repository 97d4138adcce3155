package io.spotwright.bench;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Binding;
import io.spotwright.packing.PlanRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One row of the comparison; figures are NaN where there are none.
 *
 * @param maxVcpus leave out larger sizes; 0: none
 * @param rivalPrice Karpenter's hourly price, measured once
 * @param rivalSeconds its CPU seconds
 * @param bestKnown the cheapest plan known from other methods
 * @param mostRatio our price over Karpenter's, at most
 * @param mostGap percent over our own bound, at most
 */
record Case(
    String workload,
    String catalogue,
    CapacityType capacityType,
    int maxVcpus,
    double rivalPrice,
    double rivalSeconds,
    double bestKnown,
    double mostRatio,
    double mostGap) {

  static List<Case> read(Path data) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(data.resolve("expected.csv"))) {
      boolean spot = row.text("capacity_type").equals(CapacityType.SPOT.label());
      cases.add(
          new Case(
              row.text("workload"),
              row.text("catalogue"),
              spot ? CapacityType.SPOT : CapacityType.ON_DEMAND,
              (int) row.number("max_vcpus"),
              row.decimal("karpenter_price"),
              row.decimal("karpenter_cpu_s"),
              row.decimal("best_known"),
              row.decimal("most_ratio"),
              row.decimal("most_gap_percent")));
    }
    return cases;
  }

  /** As in {@code azure-westeurope on-demand ≤32}. */
  String market() {
    String size = maxVcpus == 0 ? "" : " ≤" + maxVcpus;
    return catalogue + " " + capacityType.label() + size;
  }

  Path workloadFile(Path data) {
    return data.resolve("workloads").resolve(workload + ".csv");
  }

  Path catalogueFile(Path data) {
    return data.resolve("catalogues").resolve(catalogue + ".csv");
  }

  PlanRequest request(Path data, SpotPolicy policy, Binding binding, Duration timeLimit, long seed)
      throws IOException {
    List<Offering> offerings =
        CatalogueFile.read(catalogueFile(data), Set.of(capacityType), maxVcpus);
    Observation observation = Observation.of(WorkloadFile.read(workloadFile(data)));
    return new PlanRequest(observation, offerings, policy, binding, timeLimit, seed);
  }
}
