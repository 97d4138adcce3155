package io.spotwright.packing.problem;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.Binding;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Collects pods and what may be bought for them, in a few words each. */
public final class Scenario {
  private static final long GIB = 1L << 30;

  private final List<Pod> pods = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<DaemonSet> daemons = new ArrayList<>();
  private final List<NodePool> pools = new ArrayList<>();
  private final List<Offering> offerings = new ArrayList<>();
  private Resources limits = Resources.NONE;

  /** Pods of one app with so many cores and GiB each. */
  public Scenario pods(String app, int count, double cores, double gib) {
    return pods(app, count, cores, gib, spec -> spec);
  }

  public Scenario pods(
      String app, int count, double cores, double gib, UnaryOperator<PodSpec.Builder> rules) {
    PodSpec spec = spec(app, cores, gib, rules);
    for (int i = 0; i < count; i++) {
      pods.add(pod(app + "-" + i, spec, app));
    }
    return this;
  }

  public static PodSpec spec(
      String app, double cores, double gib, UnaryOperator<PodSpec.Builder> rules) {
    Resources request = Resources.of((long) (cores * 1000), (long) (gib * GIB), 1);
    return rules.apply(new PodSpec.Builder("default", Map.of("app", app), request)).build();
  }

  public static Pod pod(String name, PodSpec spec, String app) {
    return new Pod(name, spec, new Workload("Deployment", "default", app));
  }

  /** A size with so many cores, 4 GiB each, sold on spot in the zone. */
  public Scenario spot(int cores, String zone, double price) {
    offerings.add(new Offering(size(cores), zone, CapacityType.SPOT, price, false));
    return this;
  }

  public Scenario onDemand(int cores, String zone, double price) {
    offerings.add(new Offering(size(cores), zone, CapacityType.ON_DEMAND, price, false));
    return this;
  }

  private static VmSize size(int cores) {
    String name = "D" + cores;
    Resources room = Resources.of(cores * 1000L, cores * 4L * GIB, 30);
    Map<String, String> labels = Map.of("cores", Integer.toString(cores));
    return new VmSize(name, "D", cores, new TreeMap<>(labels), room, room);
  }

  public Scenario node(String name, int cores, Map<String, String> labels, Pod... bound) {
    Resources room = Resources.of(cores * 1000L, cores * 4L * GIB, 30);
    nodes.add(new Node(name, new TreeMap<>(labels), List.of(), room, true, List.of(bound)));
    return this;
  }

  public Scenario daemon(PodSpec spec) {
    daemons.add(new DaemonSet(new Workload("DaemonSet", "default", "agent"), spec));
    return this;
  }

  public Scenario pool(String name, int weight, Resources most, Requirement... requirements) {
    pools.add(
        new NodePool(
            name,
            weight,
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(requirements),
            most,
            null));
    return this;
  }

  public Scenario limits(Resources most) {
    limits = most;
    return this;
  }

  public static PodAffinityTerm term(String app, String key) {
    return new PodAffinityTerm(
        key, LabelSelector.of(Map.of("app", app)), new TreeSet<>(), null, List.of(), List.of());
  }

  public static TopologySpread spread(String app, String key, int maxSkew) {
    return new TopologySpread(
        maxSkew, key, true, LabelSelector.of(Map.of("app", app)), 1, true, false, List.of());
  }

  public static Map<String, String> inZone(String zone) {
    return Map.of(Labels.ZONE, zone);
  }

  public PlanRequest request() {
    SpotPolicy unset = SpotPolicy.UNSET;
    SpotPolicy policy =
        new SpotPolicy(
            "test",
            null,
            List.of(),
            unset.capacityTypes(),
            List.of(),
            0,
            0,
            null,
            null,
            false,
            null,
            null,
            limits);
    Observation observation = new Observation(pods, nodes, daemons, pools, List.of(), Map.of());
    return new PlanRequest(
        observation, offerings, policy, Binding.EXACT, Duration.ofMillis(200), 1);
  }

  public Problem problem() {
    return new ProblemBuilder(request()).build();
  }

  /** With a clock that only its own reading moves. */
  public Plan plan() {
    AtomicLong nanos = new AtomicLong();
    return Planner.plan(request(), Progress.NONE, () -> nanos.addAndGet(1_000_000));
  }
}
