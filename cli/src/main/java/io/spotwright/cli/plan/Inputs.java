package io.spotwright.cli.plan;

import io.spotwright.cli.command.InputException;
import io.spotwright.market.Catalogue;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

record Inputs(
    Observation observation,
    @Nullable SpotPolicy policy,
    @Nullable Catalogue instanceTypes,
    List<String> notes) {

  static Inputs read(PlanFlags flags, InputStream in) throws InputException {
    return new Inputs(Observation.of(List.of()), null, null, List.of());
  }
}
