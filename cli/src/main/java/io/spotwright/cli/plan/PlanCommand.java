package io.spotwright.cli.plan;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Verb;
import io.spotwright.cli.document.JsonWriter;
import io.spotwright.cli.document.YamlWriter;
import io.spotwright.cli.report.PlanDocument;
import io.spotwright.cli.report.PlanReport;
import io.spotwright.cli.report.PlanTable;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.Planner;
import io.spotwright.packing.Progress;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code spotwright plan}: reads, chooses the market, plans, explains, prints. */
public final class PlanCommand implements Verb {

  @Override
  public Manual manual() {
    return PlanManual.manual();
  }

  @Override
  public int run(Arguments arguments, Console console) throws InputException, IOException {
    PlanFlags flags = PlanFlags.read(arguments);
    Inputs inputs = Inputs.read(flags, console.in());
    SpotPolicy policy = PolicyChoice.merge(flags, inputs.policy());
    Market market = Market.choose(flags, policy, inputs.observation(), inputs.instanceTypes());
    Explainer explainer = Explainer.of(flags.explain(), inputs.observation(), market.offerings());
    PlanRequest request =
        new PlanRequest(
            inputs.observation(),
            market.offerings(),
            policy,
            flags.binding(),
            flags.timeLimit(),
            flags.seed());
    Plan plan = plan(request, console);
    List<String> notes = new ArrayList<>(market.notes());
    notes.addAll(inputs.notes());
    notes.addAll(SpotReadiness.notes(plan));
    notes.addAll(plan.notes());
    print(
        report(plan, inputs.observation(), market, flags, notes, explainer),
        flags.output(),
        console);
    return plan.unplaced().isEmpty() ? ExitCode.OK : ExitCode.LEFT_OVER;
  }

  private static Plan plan(PlanRequest request, Console console) {
    if (!console.errIsTerminal()) {
      return Planner.plan(request, Progress.NONE, System::nanoTime);
    }
    try (ProgressLine progress = new ProgressLine(console.err())) {
      return Planner.plan(request, progress, System::nanoTime);
    }
  }

  private static PlanReport report(
      Plan plan,
      Observation observation,
      Market market,
      PlanFlags flags,
      List<String> notes,
      @Nullable Explainer explainer) {
    return new PlanReport(
        plan,
        observation,
        market.catalogue(),
        market.considered(),
        flags.binding(),
        flags.seed(),
        notes,
        explainer == null ? null : explainer.explain(plan));
  }

  private static void print(PlanReport report, PlanFlags.Output output, Console console)
      throws IOException {
    Writer out = console.writer();
    switch (output) {
      case TABLE -> PlanTable.write(report, out, console.style());
      case JSON -> PlanDocument.write(report, new JsonWriter(out));
      case YAML -> PlanDocument.write(report, new YamlWriter(out));
    }
  }
}
