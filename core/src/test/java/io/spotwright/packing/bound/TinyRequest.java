package io.spotwright.packing.bound;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.CapacityType;
import io.spotwright.model.HostPort;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import io.spotwright.model.Workload;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.Binding;
import io.spotwright.packing.PlanRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random requests that can be solved by trying everything: at most six pods. */
final class TinyRequest {
  private static final List<String> COLOURS = List.of("red", "blue");

  private final SplittableRandom random;

  private TinyRequest(long seed) {
    random = new SplittableRandom(seed);
  }

  static PlanRequest of(long seed) {
    return new TinyRequest(seed).request();
  }

  private PlanRequest request() {
    List<Pod> pods = new ArrayList<>();
    int count = random.nextInt(2, 7);
    for (int w = 0; pods.size() < count; w++) {
      PodSpec spec = spec();
      Workload workload = new Workload("Deployment", "default", "w" + w);
      for (int i = random.nextInt(1, 4); i > 0 && pods.size() < count; i--) {
        pods.add(new Pod("w" + w + "-" + i, spec, workload));
      }
    }
    List<Node> nodes = chance(25) ? List.of(existing()) : List.of();
    Observation observation =
        new Observation(pods, nodes, List.of(), List.of(), List.of(), Map.of());
    return new PlanRequest(
        observation, offerings(), SpotPolicy.UNSET, Binding.EXACT, Duration.ofSeconds(1), 1);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private LabelSelector selector() {
    return LabelSelector.of(Map.of("colour", COLOURS.get(random.nextInt(2))));
  }

  private PodSpec spec() {
    Resources requests = Resources.of(random.nextInt(1, 8) * 100L, random.nextInt(1, 8) * 10L, 1);
    if (chance(15)) {
      requests = requests.with("example.com/card", random.nextInt(1, 3));
    }
    Map<String, String> labels = Map.of("colour", COLOURS.get(random.nextInt(2)));
    PodSpec.Builder spec = new PodSpec.Builder("default", labels, requests);
    if (chance(25)) {
      spec.requiredAntiAffinity(List.of(PodAffinityTerm.of(Labels.HOSTNAME, selector())));
    } else if (chance(15)) {
      spec.requiredAntiAffinity(List.of(PodAffinityTerm.of(Labels.ZONE, selector())));
    }
    List<TopologySpread> spreads = new ArrayList<>();
    if (chance(25)) {
      spreads.add(TopologySpread.hard(random.nextInt(1, 3), Labels.HOSTNAME, selector()));
    }
    if (chance(25)) {
      spreads.add(TopologySpread.hard(1, Labels.ZONE, selector()));
    }
    spec.topologySpread(spreads);
    if (chance(15)) {
      spec.requiredAffinity(List.of(PodAffinityTerm.of(Labels.ZONE, selector())));
    }
    if (chance(10)) {
      spec.nodeSelector(Map.of(Labels.ZONE, "zone-" + random.nextInt(1, 3)));
    }
    if (chance(15)) {
      spec.hostPorts(List.of(new HostPort("0.0.0.0", "TCP", 80)));
    }
    return spec.build();
  }

  private Resources room() {
    Resources room = Resources.of(random.nextInt(5, 25) * 100L, random.nextInt(5, 25) * 10L, 4);
    return chance(40) ? room.with("example.com/card", random.nextInt(1, 4)) : room;
  }

  /** Zones differ in what they sell and for how much. */
  private List<Offering> offerings() {
    List<Offering> offerings = new ArrayList<>();
    for (int s = random.nextInt(2, 5); s > 0; s--) {
      Resources room = room();
      VmSize size = new VmSize("size" + s, "family", 1, new TreeMap<>(), room, room);
      double price = room.cpu() * 1e-4 + room.memory() * 1e-3 + random.nextInt(20) * 0.01;
      for (String zone : List.of("zone-1", "zone-2")) {
        if (chance(80)) {
          double here = chance(70) ? price : price * 0.7;
          offerings.add(new Offering(size, zone, CapacityType.ON_DEMAND, here, false));
        }
      }
    }
    return offerings;
  }

  private Node existing() {
    return new Node(
        "old",
        new TreeMap<>(Map.of(Labels.ZONE, "zone-1", Labels.HOSTNAME, "old")),
        List.of(),
        room(),
        true,
        List.of());
  }
}
