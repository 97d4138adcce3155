package io.spotwright.packing.property;

import io.spotwright.market.Offering;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.LowerBound;
import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.PlannedNode;
import io.spotwright.packing.verify.PlanVerifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cheapest plan of a small request by trying all: every pod on every open node or on a new node
 * of every offering, cut where the price is no better than the best known. The verifier says which
 * complete plans count.
 */
final class ExactOptimum {
  private final PlanRequest request;
  private final List<Pod> pods;
  private final List<Offering> offerings;
  private final List<List<Pod>> bins = new ArrayList<>();
  private final List<Offering> bought = new ArrayList<>();
  private final List<Integer> binOf = new ArrayList<>();
  private double best;

  private ExactOptimum(PlanRequest request, double known) {
    this.request = request;
    this.best = known;
    this.pods =
        request.observation().pending().stream()
            .sorted(
                Comparator.comparing((Pod pod) -> -pod.spec().requests().cpu())
                    .thenComparing(Pod::name))
            .toList();
    this.offerings =
        request.offerings().stream()
            .sorted(Comparator.comparingDouble(Offering::hourlyPrice))
            .toList();
  }

  /**
   * The least price for all pods of a request without existing nodes; {@code known} when none is
   * less.
   */
  static double of(PlanRequest request, double known) {
    ExactOptimum search = new ExactOptimum(request, known);
    search.place(0, 0);
    return search.best;
  }

  /** The same request for the pods that a plan of it places. */
  static PlanRequest placedOnly(PlanRequest request, Plan plan) {
    List<Pod> placed = plan.nodes().stream().flatMap(node -> node.pods().stream()).toList();
    return new PlanRequest(
        Observation.of(placed),
        request.offerings(),
        request.policy(),
        request.binding(),
        request.timeLimit(),
        request.seed());
  }

  private void place(int next, double price) {
    if (next == pods.size()) {
      if (PlanVerifier.verify(request, plan(price)).violations().isEmpty()) {
        best = price;
      }
      return;
    }
    Pod pod = pods.get(next);
    for (int bin = firstBin(next); bin < bins.size(); bin++) {
      put(next, bin, pod, price);
    }
    for (Offering offering : offerings) {
      if (price + offering.hourlyPrice() < best - 1e-9) {
        bins.add(new ArrayList<>());
        bought.add(offering);
        put(next, bins.size() - 1, pod, price + offering.hourlyPrice());
        bins.removeLast();
        bought.removeLast();
      }
    }
  }

  /** Pods of one template are alike: no need to try them the other way round. */
  private int firstBin(int next) {
    boolean alike = next > 0 && pods.get(next).spec() == pods.get(next - 1).spec();
    return alike ? binOf.get(next - 1) : 0;
  }

  private void put(int next, int bin, Pod pod, double price) {
    bins.get(bin).add(pod);
    binOf.add(bin);
    if (price < best - 1e-9 && fits(bin)) {
      place(next + 1, price);
    }
    binOf.removeLast();
    bins.get(bin).removeLast();
  }

  private boolean fits(int bin) {
    Resources used = Resources.NONE;
    for (Pod pod : bins.get(bin)) {
      used = used.plus(pod.spec().requests());
    }
    return used.fitsIn(bought.get(bin).size().allocatable());
  }

  private Plan plan(double price) {
    List<PlannedNode> nodes = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      nodes.add(new PlannedNode("n" + bin, null, bought.get(bin), null, bins.get(bin)));
    }
    return new Plan(
        nodes, List.of(), price, new LowerBound(0, List.of()), 1, price, null, 0, List.of());
  }
}
