package io.spotwright.cli.plan;

import io.spotwright.cli.command.InputException;
import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Text;
import io.spotwright.cli.report.Explanation;
import io.spotwright.cli.report.NodeFacts;
import io.spotwright.cli.report.NodeRoom;
import io.spotwright.market.Offering;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import io.spotwright.scheduling.NodeVerdict;
import io.spotwright.scheduling.filter.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says why one pod is where a plan has it. */
final class Explainer {
  private final Pod pod;
  private final Observation observation;
  private final List<Offering> offerings;

  private Explainer(Pod pod, Observation observation, List<Offering> offerings) {
    this.pod = pod;
    this.observation = observation;
    this.offerings = offerings;
  }

  /** {@code null} when nothing is to be explained; throws when there is no such pod to place. */
  static @Nullable Explainer of(
      @Nullable String name, Observation observation, List<Offering> offerings)
      throws InputException {
    return name == null
        ? null
        : new Explainer(PodName.find(name, observation), observation, offerings);
  }

  Explanation explain(Plan plan) {
    Alternatives alternatives = new Alternatives(pod, plan, observation, offerings);
    for (PlannedNode node : plan.nodes()) {
      if (node.pods().stream().anyMatch(each -> each.key().equals(pod.key()))) {
        return placed(node, alternatives);
      }
    }
    List<Reason> reasons = List.of();
    for (Unplaced unplaced : plan.unplaced()) {
      if (unplaced.pod().key().equals(pod.key())) {
        reasons = unplaced.reasons();
      }
    }
    List<String> because = new ArrayList<>();
    because.add("It is left over. It asks for " + request() + ".");
    because.addAll(otherNodes(alternatives.verdicts()));
    return new Explanation(pod.key(), null, because, List.of(), null, reasons);
  }

  private Explanation placed(PlannedNode node, Alternatives alternatives) {
    List<NodeVerdict> others = alternatives.verdicts();
    List<String> alsoFits = new ArrayList<>();
    for (NodeVerdict verdict : others) {
      if (verdict instanceof NodeVerdict.Feasible) {
        alsoFits.add(alternatives.name(verdict.node()));
      }
    }
    List<String> because = new ArrayList<>();
    because.add(where(node));
    because.add(share(node));
    because.addAll(otherNodes(others));
    return new Explanation(
        pod.key(),
        node.name(),
        because,
        alsoFits,
        alternatives.cheapestAlone(node.offering()),
        List.of());
  }

  private static String where(PlannedNode node) {
    NodeFacts facts = NodeFacts.of(node);
    String with =
        node.pods().size() == 1
            ? "alone"
            : "with " + Text.count(node.pods().size() - 1, "other pod") + " of this plan";
    if (node.existing() != null) {
      return "It is on "
          + node.name()
          + ", an existing node with room, "
          + with
          + "; that costs nothing more.";
    }
    return "It is on "
        + node.name()
        + ", a "
        + facts.vmSize()
        + (facts.zone().isEmpty() ? "" : " in " + facts.zone())
        + " on "
        + facts.capacityType()
        + " at "
        + Numbers.price(node.hourlyPrice())
        + " $/h, "
        + with
        + ".";
  }

  private String share(PlannedNode node) {
    Resources room = new NodeRoom(observation).of(node);
    double cpu = ratio(pod.spec().requests().cpu(), room.cpu());
    double memory = ratio(pod.spec().requests().memory(), room.memory());
    String text =
        "It asks for "
            + request()
            + ": "
            + Numbers.fixed(100 * cpu, 1)
            + " % of the node's CPU and "
            + Numbers.fixed(100 * memory, 1)
            + " % of its memory";
    return node.offering() == null
        ? text + "."
        : text
            + ", which is "
            + Numbers.price(node.hourlyPrice() * (cpu + memory) / 2)
            + " $/h of the node's price when CPU and memory count alike.";
  }

  private String request() {
    return Numbers.cores(pod.spec().requests().cpu())
        + " CPU and "
        + Numbers.bytes(pod.spec().requests().memory())
        + " memory";
  }

  /** Why the other planned nodes do not take it, by rule with counts. */
  private static List<String> otherNodes(List<NodeVerdict> verdicts) {
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    for (NodeVerdict verdict : verdicts) {
      if (verdict instanceof NodeVerdict.Infeasible infeasible) {
        counts.merge(infeasible.rule(), 1, Integer::sum);
      }
    }
    List<String> sentences = new ArrayList<>();
    counts.forEach((rule, count) ->
        sentences.add(
            "Not on " + Text.count(count, "other planned node") + ": " + rule.sentence() + "."));
    return sentences;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
