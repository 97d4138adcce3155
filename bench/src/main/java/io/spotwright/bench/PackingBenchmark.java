package io.spotwright.bench;

import io.spotwright.model.CapacityType;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first plan in a warm process: a limit so short that nothing is improved. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class PackingBenchmark {
  @Param({
    "generic-10000",
    "services-10000",
    "services-100000",
    "diverse-1000",
    "diverse-5000",
    "diverse-10000",
    "openb"
  })
  public String workload = "";

  @Param({"0", "32"})
  public int maxVcpus;

  private PlanRequest request = BenchData.EMPTY;

  @Setup
  public void read() throws IOException {
    request =
        BenchData.request(
            workload, "azure-westeurope", CapacityType.ON_DEMAND, maxVcpus, Duration.ofMillis(1));
  }

  @Benchmark
  public Plan firstPlan() {
    return Planner.plan(request, Progress.NONE, System::nanoTime);
  }
}
