package io.spotwright.bench;

import io.spotwright.market.Offering;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import io.spotwright.scheduling.ArrivalOrder;
import io.spotwright.scheduling.ReplayPods;
import io.spotwright.scheduling.ReplayResult;
import io.spotwright.scheduling.SchedulerReplay;
import io.spotwright.scheduling.SchedulingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** kube-scheduler's decisions for all pods of a plan, one arrival order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReplayBenchmark {
  @Param({"services-10000", "diverse-1000"})
  public String workload = "";

  private SchedulerReplay replay = new SchedulerReplay(List.of(), Map.of());
  private int[] order = new int[0];

  @Setup
  public void plan() throws IOException {
    PlanRequest request =
        BenchData.request(
            workload, "azure-westeurope", CapacityType.ON_DEMAND, 32, Duration.ofSeconds(1));
    Plan plan = Planner.plan(request, Progress.NONE, System::nanoTime);
    List<SchedulingNode> nodes = new ArrayList<>();
    List<Pod> pods = new ArrayList<>();
    for (PlannedNode node : plan.nodes()) {
      Offering offering = node.offering();
      if (offering != null) {
        nodes.add(
            new SchedulingNode(
                node.name(),
                labels(node.name(), offering),
                List.of(),
                false,
                offering.size().allocatable(),
                List.of()));
        pods.addAll(node.pods());
      }
    }
    replay = SchedulerReplay.of(nodes, ReplayPods.of(pods, List.of(), Map.of()));
    order = ArrivalOrder.random(pods.size(), 1);
  }

  private static SortedMap<String, String> labels(String name, Offering offering) {
    SortedMap<String, String> labels = new TreeMap<>(offering.size().labels());
    labels.put(Labels.HOSTNAME, name);
    labels.put(Labels.ZONE, offering.zone());
    labels.put(Labels.CAPACITY_TYPE, offering.capacityType().label());
    return labels;
  }

  @Benchmark
  public ReplayResult oneOrder() {
    return replay.run(order, 1);
  }
}
