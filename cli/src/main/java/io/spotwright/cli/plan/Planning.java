package io.spotwright.cli.plan;

import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Progress;

/** Stands in until the packing engine is joined. */
final class Planning {
  private Planning() {}

  static Plan plan(PlanRequest request, Progress progress) {
    throw new UnsupportedOperationException("the packing engine is not joined yet");
  }
}
