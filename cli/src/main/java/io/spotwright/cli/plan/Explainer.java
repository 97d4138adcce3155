package io.spotwright.cli.plan;

import io.spotwright.cli.command.InputException;
import io.spotwright.market.Offering;
import io.spotwright.model.NearestNames;
import io.spotwright.model.Observation;
import io.spotwright.packing.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Explainer {
  static @Nullable Explainer of(@Nullable String pod, Observation o, List<Offering> offerings) throws InputException { return null; }
  Explanation explain(Plan plan) { throw new IllegalStateException(); }
}
