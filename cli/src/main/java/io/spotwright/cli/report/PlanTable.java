package io.spotwright.cli.report;

import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Style;
import io.spotwright.cli.document.Text;
import io.spotwright.market.Offering;
import io.spotwright.packing.Plan;
import io.spotwright.packing.Reason;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The plan for people, in 100 columns. */
public final class PlanTable {
  static final int WIDTH = 100;
  private static final int NAME = 12;

  private final Writer out;
  private final Style style;

  private PlanTable(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  public static void write(PlanReport report, Writer out, Style style) throws IOException {
    new PlanTable(out, style).write(report);
    out.flush();
  }

  private void write(PlanReport report) throws IOException {
    Plan plan = report.plan();
    Totals totals = report.totals();
    if (totals.reused() > 0) {
      section("EXISTING NODES USED", NodeTable.reused(report, WIDTH, style));
    }
    if (totals.bought() > 0) {
      section("NODES TO BUY", NodeTable.bought(report, WIDTH, style));
    } else if (totals.reused() == 0 && plan.unplaced().isEmpty()) {
      section("NODES TO BUY", List.of("none: the input has no pods to place"));
    }
    if (!plan.unplaced().isEmpty()) {
      out.write(style.red("LEFT OVER") + "\n");
      lines(Leftovers.lines(plan.unplaced(), report.catalogue(), WIDTH));
      out.write('\n');
    }
    if (report.explanation() != null) {
      explanation(report.explanation());
    }
    out.write(style.bold("TOTALS") + "\n");
    for (TotalsSection.Line line : TotalsSection.of(report)) {
      entry(line.name(), line.text());
    }
    if (!report.notes().isEmpty()) {
      out.write("\n" + style.bold("NOTES") + "\n");
      for (String note : report.notes()) {
        hanging("- ", "  ", note);
      }
    }
  }

  private void explanation(Explanation explanation) throws IOException {
    for (String line : Text.wrap("WHY " + explanation.pod(), WIDTH)) {
      out.write(style.bold(line) + "\n");
    }
    for (String sentence : explanation.because()) {
      hanging("- ", "  ", sentence);
    }
    for (Reason reason : explanation.reasons()) {
      hanging("- ", "  ", Leftovers.sentence(reason));
    }
    Offering next = explanation.nextBest();
    if (next != null) {
      hanging(
          "- ",
          "  ",
          "A node for it alone would add "
              + (next.estimated() ? "~" : "")
              + Numbers.price(next.hourlyPrice())
              + " $/h at least: "
              + next.pool()
              + ", the cheapest of another size or capacity type that may hold it.");
    }
    if (explanation.node() != null) {
      List<String> others = explanation.alsoFits();
      hanging(
          "- ",
          "  ",
          others.isEmpty()
              ? "No other planned node can take it as the plan stands."
              : "It would also fit, at no extra cost, on " + Text.list(others, 5) + ".");
    }
    out.write('\n');
  }

  private void section(String title, List<String> body) throws IOException {
    out.write(style.bold(title) + "\n");
    lines(body);
    out.write('\n');
  }

  private void entry(String name, String text) throws IOException {
    hanging(Text.left(name, NAME), " ".repeat(NAME), text);
  }

  private void hanging(String first, String next, String text) throws IOException {
    String indent = first;
    for (String line : Text.wrap(text, WIDTH - next.length())) {
      out.write(indent + line + "\n");
      indent = next;
    }
  }

  private void lines(List<String> lines) throws IOException {
    for (String line : lines) {
      out.write(line + "\n");
    }
  }
}
