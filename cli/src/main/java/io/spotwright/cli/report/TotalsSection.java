package io.spotwright.cli.report;

import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Text;
import io.spotwright.market.CapacityPool;
import io.spotwright.packing.Binding;
import io.spotwright.packing.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of the table: what the plan costs and how good it is, in sentences. */
final class TotalsSection {
  /** Azure's and everybody's month. */
  static final int HOURS_PER_MONTH = 730;

  /** A gap in percent beyond which it says nothing about the plan. */
  private static final double WEAK = 100;

  private final PlanReport report;
  private final Plan plan;
  private final Totals totals;
  private final List<Line> lines = new ArrayList<>();

  /** A name and what is said under it. */
  record Line(String name, String text) {}

  private TotalsSection(PlanReport report) {
    this.report = report;
    this.plan = report.plan();
    this.totals = report.totals();
  }

  static List<Line> of(PlanReport report) {
    TotalsSection section = new TotalsSection(report);
    section.price();
    section.saving();
    section.bound();
    section.nodes();
    section.binding();
    section.safety();
    section.origin();
    return section.lines;
  }

  private void price() {
    String mark = totals.estimated() ? "~" : "";
    add(
        "Price",
        mark
            + Numbers.price(plan.hourlyCost())
            + " $/h, "
            + mark
            + Numbers.grouped(plan.hourlyCost() * HOURS_PER_MONTH, 2)
            + " $ a month of 730 hours"
            + (totals.estimated() ? " (~ marks estimated prices)" : ""));
  }

  private void saving() {
    double full = totals.onDemandHourlyCost();
    if (totals.bought() == 0) {
      return;
    }
    if (Double.isNaN(full)) {
      add("Saving", "unknown: some of these nodes have no on-demand price");
    } else if (full - plan.hourlyCost() < 1e-9) {
      add("Saving", "none: every node is bought on-demand");
    } else {
      add(
          "Saving",
          Numbers.percent(1 - plan.hourlyCost() / full)
              + " against the same nodes on-demand, which cost "
              + Numbers.price(full)
              + " $/h");
    }
  }

  private void bound() {
    double bound = plan.lowerBound().hourlyPrice();
    if (totals.bought() == 0 || bound <= 0) {
      return;
    }
    String text = "no plan for these pods can cost less than " + Numbers.price(bound) + " $/h";
    text +=
        plan.gapPercent() > WEAK
            ? "; this limit is weak, as it can be with few nodes or strict rules"
            : ", so this one is at most "
                + Numbers.fixed(plan.gapPercent(), 1)
                + " % dearer than the cheapest";
    List<String> unseen = plan.lowerBound().leavesOut();
    if (!unseen.isEmpty()) {
      text += "; the limit does not know about " + String.join(", ", unseen);
    }
    add("Proof", text);
  }

  private void nodes() {
    String text = totals.bought() + " to buy";
    if (totals.reused() > 0) {
      text += ", " + totals.reused() + " existing used";
    }
    text += ", for " + Text.count(totals.pods(), "pod");
    if (!plan.unplaced().isEmpty()) {
      text += "; " + Text.count(plan.unplaced().size(), "pod") + " left over";
    }
    add("Nodes", text);
    @Nullable CapacityPool largest = totals.largestPool();
    if (largest != null) {
      add(
          "Spread",
          Text.count(totals.pools(), "capacity pool")
              + " (a VM size in a zone: Azure sells it out, and on spot takes it back, as a whole);"
              + " the largest, "
              + largest
              + ", has "
              + Numbers.percent(totals.largestShare())
              + " of the vCPUs");
    }
  }

  private void binding() {
    if (totals.pods() == 0) {
      return;
    }
    String share = Numbers.fixed(100 * plan.realizedShare(), 1);
    String text =
        (share.equals("100.0") ? "100" : "only " + share)
            + " % of the placed pods get a node at kube-scheduler's first attempt, in the worst"
            + " order of arrival tried";
    double exact = plan.unrepairedHourlyCost();
    if (report.binding() == Binding.EXACT) {
      text += "; with a controller that gives each pod its node, all do";
    } else if (Math.abs(exact - plan.hourlyCost()) > 5e-5) {
      text +=
          "; a controller that gives each pod its node would need only "
              + Numbers.price(exact)
              + " $/h (--binding exact)";
    }
    add("Scheduler", text);
  }

  private void safety() {
    Double unsafe = plan.unsafeHourlyCost();
    if (unsafe != null) {
      add(
          "Pool-safe",
          "losing any one capacity pool leaves every workload its disruption budget where each pod"
              + " is on its planned node; the promise costs "
              + Numbers.price(plan.unrepairedHourlyCost() - unsafe)
              + " $/h ("
              + Numbers.price(unsafe)
              + " $/h without it, both with --binding exact)");
    }
  }

  private void origin() {
    String region = report.catalogue().region();
    String source = report.catalogue().source();
    // Only a file of instance types has no region, and it does not date its prices either.
    add(
        "Prices",
        region == null
            ? "from " + source
            : region + "; as of " + report.catalogue().asOf() + "; from " + source);
    add("Considered", report.considered());
    add("Time", Numbers.fixed(plan.seconds(), 2) + " s");
  }

  private void add(String name, String text) {
    lines.add(new Line(name, text));
  }
}
