package io.spotwright.bench;

import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Binding;
import io.spotwright.packing.Plan;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints one Markdown row per workload and market: our plans beside Karpenter's. */
public final class PlanComparison {
  private final Options options;
  private final PrintStream out;

  private PlanComparison(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** See {@code bench/README.md}; exits with 2 on a wrong option. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new PlanComparison(Options.parse(arguments), out).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException {
    for (String line : ComparisonRow.header(options)) {
      out.println(line);
    }
    boolean warm = false;
    for (Case row : Case.read(options.data())) {
      if (options.covers(row)) {
        if (!warm) {
          // The first plan of a process pays for class loading and compilation; a service does not.
          plan(row, SpotPolicy.UNSET, Binding.EXACT);
          warm = true;
        }
        out.println(compare(row));
      }
    }
  }

  private String compare(Case row) throws IOException {
    ComparisonRow line = new ComparisonRow(row, plan(row, SpotPolicy.UNSET, Binding.EXACT));
    if (options.karpenter() != null) {
      line.rival(KarpenterRun.of(options.karpenter(), options.data(), row));
    }
    line.ours();
    if (options.binding()) {
      line.variant(plan(row, SpotPolicy.UNSET, Binding.DEFAULT));
    }
    if (options.policies()) {
      line.variant(plan(row, Options.familyZoneCap(0.1), Binding.EXACT));
      line.variant(plan(row, Options.poolSafe(), Binding.EXACT));
    }
    return line.toString();
  }

  private Plan plan(Case row, SpotPolicy policy, Binding binding) throws IOException {
    return Planner.plan(
        row.request(options.data(), policy, binding, options.timeLimit(), options.seed()),
        Progress.NONE,
        System::nanoTime);
  }
}
