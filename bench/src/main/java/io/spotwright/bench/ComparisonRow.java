package io.spotwright.bench;

import io.spotwright.packing.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of the table as it is filled. */
final class ComparisonRow {
  private final Case row;
  private final Plan exact;
  private final List<String> cells = new ArrayList<>();
  private @Nullable KarpenterRun measured;

  ComparisonRow(Case row, Plan exact) {
    this.row = row;
    this.exact = exact;
  }

  static List<String> header(Options options) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "workload",
                "market",
                "Karpenter $/h",
                "its CPU s",
                "ours $/h",
                "nodes",
                "left",
                "bound $/h",
                "gap",
                "s",
                "ours / Karpenter",
                "targets",
                "met"));
    if (options.binding()) {
      columns.add("binds by itself $/h (over exact)");
    }
    if (options.policies()) {
      columns.add("10 % per family and zone");
      columns.add("pool-safe");
    }
    return List.of("| " + String.join(" | ", columns) + " |", "|" + "---|".repeat(columns.size()));
  }

  /** Measured beside ours; it replaces the stored figures. */
  void rival(KarpenterRun run) {
    measured = run;
  }

  void ours() {
    // A price for fewer pods is no price for this demand.
    boolean comparable = measured == null || measured.unplaced() <= exact.unplaced().size();
    double rival = measured == null ? row.rivalPrice() : comparable ? measured.price() : Double.NaN;
    double seconds = measured == null ? row.rivalSeconds() : measured.cpuSeconds();
    double ratio = exact.hourlyCost() / rival;
    cells.addAll(List.of(row.workload(), row.market()));
    cells.add(comparable || measured == null ? number(rival, 2) : measured.unplaced() + " left");
    cells.add(number(seconds, 2));
    cells.add(number(exact.hourlyCost(), 2));
    cells.add(Long.toString(exact.nodes().size()));
    cells.add(Long.toString(exact.unplaced().size()));
    cells.add(number(exact.lowerBound().hourlyPrice(), 2));
    cells.add(number(exact.gapPercent(), 2) + " %");
    cells.add(number(exact.seconds(), 2));
    cells.add(number(ratio, 3));
    judge(ratio);
  }

  private void judge(double ratio) {
    List<String> targets = new ArrayList<>();
    boolean met = true;
    if (!Double.isNaN(row.mostRatio())) {
      targets.add("≤ " + number(row.mostRatio(), 3) + " ×");
      met &= !(ratio > row.mostRatio());
    }
    if (!Double.isNaN(row.mostGap())) {
      targets.add("gap ≤ " + number(row.mostGap(), 0) + " %");
      met &= exact.gapPercent() <= row.mostGap();
    }
    if (!Double.isNaN(row.bestKnown())) {
      targets.add("≤ " + number(row.bestKnown(), 2));
      met &= exact.hourlyCost() <= row.bestKnown();
    }
    cells.add(String.join(", ", targets));
    cells.add(met ? "yes" : "no");
  }

  /** A plan with another promise, and what the promise costs. */
  void variant(Plan plan) {
    double more = 100 * (plan.hourlyCost() / exact.hourlyCost() - 1);
    String left = plan.unplaced().isEmpty() ? "" : ", " + plan.unplaced().size() + " left";
    cells.add(
        number(plan.hourlyCost(), 2)
            + " (+"
            + number(more, 1)
            + " %, "
            + number(100 * plan.realizedShare(), 1)
            + " % bind"
            + left
            + ")");
  }

  private static String number(double value, int digits) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  @Override
  public String toString() {
    return "| " + String.join(" | ", cells) + " |";
  }
}
