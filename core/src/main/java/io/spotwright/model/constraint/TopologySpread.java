package io.spotwright.model.constraint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topology spread constraint with the API's defaults already applied: node affinity honoured,
 * node taints ignored, {@code minDomains} 1 when absent. A {@code null} selector selects no pod.
 */
public record TopologySpread(
    int maxSkew,
    String topologyKey,
    boolean doNotSchedule,
    @Nullable LabelSelector labelSelector,
    int minDomains,
    boolean honorNodeAffinity,
    boolean honorNodeTaints,
    List<String> matchLabelKeys) {

  public TopologySpread {
    matchLabelKeys = List.copyOf(matchLabelKeys);
  }

  public static TopologySpread hard(int maxSkew, String topologyKey, LabelSelector selector) {
    return new TopologySpread(maxSkew, topologyKey, true, selector, 1, true, false, List.of());
  }
}
