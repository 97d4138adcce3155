package io.spotwright.cli.report;

import io.spotwright.cli.document.DocumentWriter;
import io.spotwright.market.Offering;
import io.spotwright.model.Pod;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The plan for programs, as {@code docs/plan.schema.json} describes it. */
public final class PlanDocument {
  private PlanDocument() {}

  public static void write(PlanReport report, DocumentWriter out) throws IOException {
    Plan plan = report.plan();
    Totals totals = report.totals();
    out.beginObject();
    out.name("schemaVersion").value(1);
    out.name("currency").value(report.catalogue().currency());
    out.name("nodes").beginArray();
    for (PlannedNode node : plan.nodes()) {
      node(node, out);
    }
    out.endArray();
    out.name("unplaced").beginArray();
    for (Unplaced unplaced : plan.unplaced()) {
      out.beginObject().name("pod").value(unplaced.pod().key());
      reasons(unplaced.reasons(), out);
      out.endObject();
    }
    out.endArray();
    out.name("hourlyCost").value(plan.hourlyCost());
    out.name("lowerBound").value(plan.lowerBound().hourlyPrice());
    out.name("gapPercent").value(plan.gapPercent());
    out.name("realizedPercent").value(100 * plan.realizedShare());
    out.name("seconds").value(plan.seconds());
    prices(report, totals, out);
    out.name("notes").beginArray();
    for (String note : report.notes()) {
      out.value(note);
    }
    out.endArray();
    if (report.explanation() != null) {
      explanation(report.explanation(), out);
    }
    out.endObject();
    out.finish();
  }

  private static void prices(PlanReport report, Totals totals, DocumentWriter out)
      throws IOException {
    Plan plan = report.plan();
    out.name("binding").value(report.binding().name().toLowerCase(Locale.ROOT));
    out.name("seed").value(report.seed());
    out.name("boundLeavesOut").strings(plan.lowerBound().leavesOut());
    out.name("exactHourlyCost").value(plan.unrepairedHourlyCost());
    if (plan.unsafeHourlyCost() != null) {
      out.name("unsafeHourlyCost").value(plan.unsafeHourlyCost().doubleValue());
    }
    out.name("onDemandHourlyCost").value(totals.onDemandHourlyCost());
    out.name("pools").value(totals.pools());
    out.name("largestPoolShare").value(totals.largestShare());
    if (report.catalogue().region() != null) {
      out.name("region").value(report.catalogue().region());
    }
    out.name("asOf").value(report.catalogue().asOf());
    out.name("source").value(report.catalogue().source());
    out.name("considered").value(report.considered());
  }

  private static void node(PlannedNode node, DocumentWriter out) throws IOException {
    NodeFacts facts = NodeFacts.of(node);
    out.beginObject();
    out.name("name").value(node.name());
    out.name("vmSize").value(facts.vmSize());
    out.name("zone").value(facts.zone());
    out.name("capacityType").value(facts.capacityType());
    out.name("hourlyPrice").value(node.hourlyPrice());
    out.name("existing").value(node.existing() != null);
    if (!facts.nodePool().isEmpty()) {
      out.name("nodePool").value(facts.nodePool());
    }
    Offering offering = node.offering();
    out.name("estimated").value(offering != null && offering.estimated());
    out.name("pods").strings(node.pods().stream().map(Pod::key).toList());
    out.endObject();
  }

  private static void reasons(List<Reason> reasons, DocumentWriter out) throws IOException {
    out.name("reasons").beginArray();
    for (Reason reason : reasons) {
      out.beginObject();
      out.name("kind").value(kind(reason));
      out.name("detail").value(reason.detail());
      out.name("count").value(reason.offerings());
      out.endObject();
    }
    out.endArray();
  }

  private static void explanation(Explanation explanation, DocumentWriter out) throws IOException {
    out.name("explain").beginObject();
    out.name("pod").value(explanation.pod());
    out.name("node").value(explanation.node());
    out.name("because").strings(explanation.because());
    out.name("alsoFits").strings(explanation.alsoFits());
    Offering next = explanation.nextBest();
    if (next != null) {
      out.name("nextBest").beginObject();
      out.name("vmSize").value(next.size().name());
      out.name("zone").value(next.zone());
      out.name("capacityType").value(next.capacityType().label());
      out.name("hourlyPrice").value(next.hourlyPrice());
      out.name("estimated").value(next.estimated());
      out.endObject();
    }
    reasons(explanation.reasons(), out);
    out.endObject();
  }

  /** {@code nodeSelector} for NODE_SELECTOR, as JSON spells names. */
  static String kind(Reason reason) {
    StringBuilder name = new StringBuilder();
    for (String word : reason.kind().name().split("_", -1)) {
      name.append(word.charAt(0));
      name.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
