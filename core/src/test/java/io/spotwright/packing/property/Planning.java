package io.spotwright.packing.property;

import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Plans with a clock that only its own reading moves: the same work on every machine. */
final class Planning {
  /** Of that clock, not of the wall: about this many milliseconds of search steps. */
  static final Duration SHORT = Duration.ofMillis(30);

  static final Duration LONG = Duration.ofMillis(300);

  private Planning() {}

  static Plan plan(PlanRequest request) {
    AtomicLong nanos = new AtomicLong();
    return Planner.plan(request, Progress.NONE, () -> nanos.addAndGet(1_000_000));
  }
}
