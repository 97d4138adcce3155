package io.spotwright.packing.property;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.Node;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a failing request small: leaves out halves, then quarters, as long as it still fails. */
final class Shrinking {
  private static final List<Part<?>> PARTS =
      List.of(
          new Part<>(r -> r.observation().pending(), (r, l) -> observed(r, with(r, l, 0))),
          new Part<>(PlanRequest::offerings, Shrinking::withOfferings),
          new Part<>(r -> r.observation().nodes(), (r, l) -> observed(r, with(r, l, 1))),
          new Part<>(r -> r.observation().daemonSets(), (r, l) -> observed(r, with(r, l, 2))),
          new Part<>(r -> r.observation().nodePools(), (r, l) -> observed(r, with(r, l, 3))),
          new Part<>(
              r -> r.observation().disruptionBudgets(), (r, l) -> observed(r, with(r, l, 4))));

  /** One list of a request, and the request with another list in its place. */
  private record Part<T>(
      Function<PlanRequest, List<T>> read, BiFunction<PlanRequest, List<T>, PlanRequest> write) {

    PlanRequest shrink(PlanRequest request, Predicate<PlanRequest> fails) {
      for (int size = Math.max(1, read.apply(request).size() / 2); size > 0; size /= 2) {
        for (int from = 0; from < read.apply(request).size(); ) {
          List<T> fewer = new ArrayList<>(read.apply(request));
          fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
          PlanRequest smaller = write.apply(request, fewer);
          if (fails.test(smaller)) {
            request = smaller;
          } else {
            from += size;
          }
        }
      }
      return request;
    }
  }

  private Shrinking() {}

  static PlanRequest shrink(PlanRequest request, Predicate<PlanRequest> fails) {
    PlanRequest plain =
        new PlanRequest(
            request.observation(),
            request.offerings(),
            SpotPolicy.UNSET,
            request.binding(),
            request.timeLimit(),
            request.seed());
    PlanRequest smallest = fails.test(plain) ? plain : request;
    for (Part<?> part : PARTS) {
      smallest = part.shrink(smallest, fails);
    }
    return smallest;
  }

  private static PlanRequest withOfferings(PlanRequest request, List<Offering> offerings) {
    return new PlanRequest(
        request.observation(),
        offerings,
        request.policy(),
        request.binding(),
        request.timeLimit(),
        request.seed());
  }

  private static PlanRequest observed(PlanRequest request, Observation observation) {
    return new PlanRequest(
        observation,
        request.offerings(),
        request.policy(),
        request.binding(),
        request.timeLimit(),
        request.seed());
  }

  @SuppressWarnings("unchecked")
  private static Observation with(PlanRequest request, List<?> list, int part) {
    Observation old = request.observation();
    return new Observation(
        part == 0 ? (List<Pod>) list : old.pending(),
        part == 1 ? (List<Node>) list : old.nodes(),
        part == 2 ? (List<DaemonSet>) list : old.daemonSets(),
        part == 3 ? (List<NodePool>) list : old.nodePools(),
        part == 4 ? (List<DisruptionBudget>) list : old.disruptionBudgets(),
        old.namespaceLabels());
  }
}
