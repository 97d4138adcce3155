package io.spotwright.cli.report;

import io.spotwright.market.Offering;
import io.spotwright.packing.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod is where it is.
 *
 * @param pod {@code namespace/name}
 * @param node the planned node, {@code null} when the pod is left over
 * @param because sentences, the most telling first
 * @param alsoFits other planned nodes that could take it as the plan stands
 * @param nextBest the cheapest other size or capacity type that could hold it alone; {@code null}
 *     when there is none, or the pod is left over
 * @param reasons for a pod left over, why nothing holds it
 */
public record Explanation(
    String pod,
    @Nullable String node,
    List<String> because,
    List<String> alsoFits,
    @Nullable Offering nextBest,
    List<Reason> reasons) {

  public Explanation {
    because = List.copyOf(because);
    alsoFits = List.copyOf(alsoFits);
    reasons = List.copyOf(reasons);
  }
}
