package io.spotwright.cli.report;

import io.spotwright.market.Offering;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Resources;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.problem.Option;
import io.spotwright.packing.problem.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What nodes have for pods once their daemon sets run; an existing node's are among its pods. */
public final class NodeRoom {
  private final Observation observation;
  private final Map<Offering, List<Option>> options = new HashMap<>();

  public NodeRoom(Observation observation) {
    this.observation = observation;
  }

  public Resources of(PlannedNode node) {
    Offering offering = node.offering();
    Node existing = node.existing();
    if (offering == null) {
      return existing == null ? Resources.NONE : existing.allocatable();
    }
    for (Option option :
        options.computeIfAbsent(offering, key -> Options.of(observation, List.of(key)))) {
      if (Objects.equals(option.pool(), node.nodePool())) {
        return option.allocatable();
      }
    }
    return offering.size().allocatable();
  }
}
