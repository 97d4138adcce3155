package io.spotwright.cli.report;

import io.spotwright.market.Catalogue;
import io.spotwright.model.Observation;
import io.spotwright.packing.Binding;
import io.spotwright.packing.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan with all that is told about it.
 *
 * @param observation what was planned for
 * @param catalogue everything there is to buy, whether considered or not
 * @param considered what was considered, in words
 * @param notes remarks from reading, choosing and planning, in that order
 */
public record PlanReport(
    Plan plan,
    Observation observation,
    Catalogue catalogue,
    String considered,
    Binding binding,
    long seed,
    List<String> notes,
    @Nullable Explanation explanation) {

  public PlanReport {
    notes = List.copyOf(notes);
  }

  Totals totals() {
    return Totals.of(plan, catalogue);
  }
}
