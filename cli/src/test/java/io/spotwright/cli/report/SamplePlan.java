package io.spotwright.cli.report;

import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import io.spotwright.packing.Binding;
import io.spotwright.packing.LowerBound;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plan made by hand that has one of everything a report can tell. */
final class SamplePlan {
  static final long GIB = 1L << 30;

  private static final Offering D16 =
      offering("Standard_D16as_v5", 16, CapacityType.SPOT, 0.15, false);
  private static final Offering D2 =
      offering("Standard_D2as_v5", 2, CapacityType.SPOT, 0.0192, true);
  private static final Offering E4 =
      offering("Standard_E4as_v5", 4, CapacityType.ON_DEMAND, 0.274, false);
  private static final Catalogue CATALOGUE =
      new Catalogue(
          "westeurope",
          "USD",
          "2026-08-22",
          "a price list",
          List.of(
              D16,
              offering("Standard_D16as_v5", 16, CapacityType.ON_DEMAND, 0.8, false),
              D2,
              offering("Standard_D2as_v5", 2, CapacityType.ON_DEMAND, 0.1, false),
              E4));

  private SamplePlan() {}

  /** Three kinds of nodes to buy, one to use, pods left over, a promise kept. */
  static PlanReport rich() {
    List<PlannedNode> nodes = new ArrayList<>();
    nodes.add(new PlannedNode("aks-1", existing(), null, null, pods("cart", 2, 500)));
    nodes.add(new PlannedNode("new-1", null, D16, null, pods("web", 3, 4000)));
    nodes.add(new PlannedNode("new-2", null, D2, null, pods("api", 1, 900)));
    nodes.add(new PlannedNode("new-3", null, D2, null, pods("job", 1, 1500)));
    nodes.add(new PlannedNode("new-4", null, E4, null, pods("db", 1, 3000)));
    Plan plan =
        new Plan(
            nodes,
            leftovers(),
            0.4624,
            new LowerBound(0.45, List.of("topology spread", "pod affinity")),
            0.975,
            0.4432,
            0.41,
            1.234,
            List.of());
    return report(plan, null);
  }

  static PlanReport withNodePool() {
    NodePool pool =
        new NodePool(
            "batch", 10, new TreeMap<>(), List.of(), List.of(), List.of(), Resources.NONE, null);
    PlannedNode node = new PlannedNode("new-1", null, D16, pool, pods("web", 3, 4000));
    Explanation why =
        new Explanation(
            "shop/web-0", "new-1", List.of("It is on new-1."), List.of("new-2"), D2, List.of());
    return report(plan(List.of(node), 0.15), why);
  }

  static PlanReport empty() {
    return report(plan(List.of(), 0), null);
  }

  /** A name as long as Kubernetes allows in every place that has one. */
  static PlanReport longNames() {
    String longest = "n".repeat(63);
    Offering wide =
        new Offering(D16.size(), "germanywestcentral-1", CapacityType.ON_DEMAND, 12345.6789, true);
    NodePool pool =
        new NodePool(
            longest, 0, new TreeMap<>(), List.of(), List.of(), List.of(), Resources.NONE, null);
    Reason reason = new Reason(Reason.Kind.TAINTS, "taint " + longest.repeat(3), 7);
    Plan plan =
        new Plan(
            List.of(new PlannedNode("new-1", null, wide, pool, pods(longest, 2, 10))),
            List.of(new Unplaced(pods(longest, 1, 10).getFirst(), List.of(reason))),
            12345.6789,
            new LowerBound(1, List.of(longest)),
            1,
            12345.6789,
            null,
            0.1,
            List.of());
    Explanation why =
        new Explanation(
            longest + "/" + longest,
            longest,
            List.of(longest),
            List.of(longest),
            wide,
            List.of(reason));
    return report(plan, why);
  }

  private static List<Unplaced> leftovers() {
    List<Reason> small =
        List.of(
            new Reason(Reason.Kind.RESOURCES, "too small: it asks for 64 CPU", 389),
            new Reason(Reason.Kind.TAINTS, "taints it does not tolerate", 3));
    List<Reason> device =
        List.of(
            new Reason(Reason.Kind.RESOURCES, "too small: it asks for 1 example.com/fpga", 392));
    List<Unplaced> left = new ArrayList<>();
    pods("huge", 3, 64_000).forEach(pod -> left.add(new Unplaced(pod, small)));
    Resources fpga = Resources.of(100, GIB, 1).with("example.com/fpga", 1);
    left.add(new Unplaced(pod("odd", 0, PodSpec.plain("shop", Map.of(), fpga)), device));
    return left;
  }

  private static Plan plan(List<PlannedNode> nodes, double cost) {
    return new Plan(
        nodes, List.of(), cost, new LowerBound(cost, List.of()), 1, cost, null, 0.5, List.of());
  }

  private static PlanReport report(Plan plan, @Nullable Explanation why) {
    return new PlanReport(
        plan,
        Observation.of(List.of()),
        CATALOGUE,
        "3 VM sizes of families D, E, F (amd64), spot and on-demand, zone 1",
        Binding.DEFAULT,
        1,
        List.of("No region is given, so westeurope is assumed (--region)."),
        why);
  }

  private static Offering offering(
      String name, int vcpus, CapacityType type, double price, boolean estimated) {
    Resources room = Resources.of(vcpus * 1000L, vcpus * 4 * GIB, 250);
    VmSize size =
        new VmSize(name, "D", vcpus, new TreeMap<>(Map.of(Labels.ARCH, "amd64")), room, room);
    return new Offering(size, "westeurope-1", type, price, estimated);
  }

  private static Node existing() {
    return new Node(
        "aks-1",
        new TreeMap<>(
            Map.of(Labels.INSTANCE_TYPE, "Standard_D4s_v5", Labels.SCALE_SET_PRIORITY, "spot")),
        List.of(),
        Resources.of(4000, 16 * GIB, 110),
        true,
        pods("bound", 1, 1000));
  }

  private static List<Pod> pods(String name, int count, long milli) {
    PodSpec spec = PodSpec.plain("shop", Map.of("app", name), Resources.of(milli, GIB, 1));
    List<Pod> pods = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pods.add(pod(name, i, spec));
    }
    return pods;
  }

  private static Pod pod(String name, int number, PodSpec spec) {
    return new Pod(name + "-" + number, spec, new Workload("Deployment", "shop", name));
  }
}
