package io.spotwright.packing.property;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Node;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Unplaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small request and its plan, one line for each part, to read when a rule is broken. */
final class InstanceText {
  private InstanceText() {}

  static String of(PlanRequest request, Plan plan) {
    StringBuilder text = new StringBuilder();
    Map<PodSpec, List<String>> pods = new LinkedHashMap<>();
    for (Pod pod : request.observation().pending()) {
      pods.computeIfAbsent(pod.spec(), spec -> new ArrayList<>()).add(pod.key());
    }
    pods.forEach((spec, keys) -> line(text, "pods", keys + " " + brief(spec)));
    for (Node node : request.observation().nodes()) {
      line(
          text,
          "node",
          brief(
              new Node(
                  node.name(),
                  node.labels(),
                  node.taints(),
                  node.allocatable(),
                  node.schedulable(),
                  List.of())));
      node.pods().forEach(pod -> line(text, "  bound", pod.key() + " " + brief(pod.spec())));
    }
    request.observation().nodePools().forEach(pool -> line(text, "pool", brief(pool)));
    for (DaemonSet daemon : request.observation().daemonSets()) {
      line(text, "daemon", brief(daemon.spec()));
    }
    request.observation().disruptionBudgets().forEach(b -> line(text, "budget", brief(b)));
    for (Offering offering : request.offerings()) {
      line(
          text,
          "offering",
          offering.hourlyPrice() + " " + offering.pool() + " " + brief(offering.size()));
    }
    boolean says = !request.policy().equals(SpotPolicy.UNSET);
    line(text, "policy", says ? brief(request.policy()) : "none");
    append(text, plan);
    return text.toString();
  }

  private static void append(StringBuilder text, Plan plan) {
    for (PlannedNode node : plan.nodes()) {
      Offering offering = node.offering();
      List<String> keys = node.pods().stream().map(Pod::key).toList();
      line(text, "planned", node.name() + " " + (offering == null ? "" : offering.pool()) + keys);
    }
    for (Unplaced unplaced : plan.unplaced()) {
      line(text, "left", unplaced.pod().key() + " " + unplaced.reasons());
    }
    line(text, "price", plan.hourlyCost() + ", bound " + plan.lowerBound());
  }

  /** Without the parts that are empty. */
  private static String brief(Object value) {
    return value.toString().replaceAll("(, )?\\w+=(\\[\\]|\\{\\}|null)", "");
  }

  private static void line(StringBuilder text, String title, String value) {
    text.append("\n  ").append(title).append(": ").append(value);
  }
}
