package io.spotwright.cli.report;

import io.spotwright.cli.document.Text;
import io.spotwright.market.Catalogue;
import io.spotwright.model.Pod;
import io.spotwright.model.Workload;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pods left over, gathered by reason, with what can be done about each. */
final class Leftovers {
  private static final int MOST_REASONS = 4;
  private static final int MOST_NAMES = 3;
  private static final int MOST_GROUPS = 12;

  private Leftovers() {}

  /** Pods with the same reasons. */
  private static final class Group {
    private final Pod example;
    private final List<Reason> reasons;
    private final Set<Workload> workloads = new TreeSet<>();
    private int pods;

    Group(Pod example, List<Reason> reasons) {
      this.example = example;
      this.reasons = reasons;
    }
  }

  static List<String> lines(List<Unplaced> unplaced, Catalogue catalogue, int width) {
    Map<List<Reason>, Group> groups = new LinkedHashMap<>();
    for (Unplaced one : unplaced) {
      Group group = groups.computeIfAbsent(one.reasons(), reasons -> new Group(one.pod(), reasons));
      group.pods++;
      group.workloads.add(one.pod().workload());
    }
    List<Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparingInt((Group group) -> -group.pods));
    List<String> lines = new ArrayList<>();
    for (Group group : sorted.subList(0, Math.min(MOST_GROUPS, sorted.size()))) {
      add(lines, group, catalogue, width);
    }
    if (sorted.size() > MOST_GROUPS) {
      int pods = sorted.stream().skip(MOST_GROUPS).mapToInt(group -> group.pods).sum();
      lines.add(Text.count(pods, "pod") + " more for other reasons: see --output json");
    }
    return lines;
  }

  private static void add(List<String> lines, Group group, Catalogue catalogue, int width) {
    List<String> names = group.workloads.stream().map(Leftovers::name).toList();
    wrap(lines, "", Text.count(group.pods, "pod") + " of " + Text.list(names, MOST_NAMES), width);
    if (group.reasons.isEmpty()) {
      lines.add("    no reason was found");
    }
    for (Reason reason : group.reasons.subList(0, Math.min(MOST_REASONS, group.reasons.size()))) {
      wrap(lines, "    ", sentence(reason), width);
    }
    int more = group.reasons.size() - MOST_REASONS;
    if (more > 0) {
      lines.add("    and " + Text.count(more, "reason") + " more: see --explain or --output json");
    }
    if (!group.reasons.isEmpty()) {
      String missing = missing(group.example, catalogue);
      Reason.Kind kind = group.reasons.getFirst().kind();
      String help =
          kind == Reason.Kind.RESOURCES && !missing.isEmpty()
              ? "no VM size offers " + missing + "; describe nodes that do with --instance-types."
              : hint(kind);
      wrap(lines, "    ", "What helps: " + help, width);
    }
  }

  /** A resource the pod asks for that nothing in the catalogue has, empty when there is none. */
  private static String missing(Pod pod, Catalogue catalogue) {
    for (String name : pod.spec().requests().names()) {
      if (catalogue.offerings().stream().allMatch(o -> o.size().allocatable().get(name) <= 0)) {
        return name;
      }
    }
    return "";
  }

  /** The reason with how many ways to buy a node it rules out. */
  static String sentence(Reason reason) {
    return reason.offerings() == 0
        ? reason.detail()
        : Text.count(reason.offerings(), "offer") + ": " + reason.detail();
  }

  private static void wrap(List<String> lines, String indent, String text, int width) {
    for (String line : Text.wrap(text, width - indent.length())) {
      lines.add(indent + line);
    }
  }

  private static String name(Workload workload) {
    return workload.kind() + " " + workload.namespace() + "/" + workload.name();
  }

  static String hint(Reason.Kind kind) {
    return switch (kind) {
      case RESOURCES ->
          "allow larger VM sizes (--max-vcpus, --families) or lower the pod's requests.";
      case NODE_SELECTOR ->
          "check the pod's nodeSelector and node affinity; allow the sizes, zones or labels it"
              + " names.";
      case TAINTS -> "add a toleration to the pod, or take the taint off the NodePool.";
      case VOLUME_ZONE -> "allow the zone of the pod's volume (--zones), or move the volume.";
      case TOPOLOGY_SPREAD ->
          "allow more zones (--zones), or loosen the pod's topologySpreadConstraints.";
      case POD_AFFINITY -> "check that the pods its affinity looks for exist and can be placed.";
      case POD_ANTI_AFFINITY ->
          "allow more zones (--zones), or prefer instead of require apartness.";
      case HOST_PORT -> "a host port can be taken once per node; use a Service instead.";
      case NODE_POOL_LIMIT -> "raise the limits of the NodePool.";
      case POLICY_LIMIT -> "raise the limits of the SpotPolicy.";
      case SHARE_CAP ->
          "raise --max-pool-share or --max-family-zone-share, or allow more families and zones.";
      case POOL_SAFETY ->
          "run more replicas, loosen the disruption budget, or allow more families and zones.";
      case NO_OFFERINGS ->
          "loosen --families, --zones, --capacity-type or the policy's requirements.";
      case SCHEDULER -> "try --binding exact, or a longer --time-limit.";
    };
  }
}
