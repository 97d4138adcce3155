package io.spotwright.packing.problem;

import io.spotwright.model.Labels;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.Reason;
import io.spotwright.packing.Unplaced;
import io.spotwright.packing.topology.PodClass;
import java.util.List;

/**
 * Makes classes that must share one node small enough for a node; the pods cut off stay pending.
 */
final class Wholes {
  private final StaticFit fit;
  private final List<Resources> free;

  /** {@code free}: room of the existing nodes. */
  Wholes(StaticFit fit, List<Resources> free) {
    this.fit = fit;
    this.free = free;
  }

  /** Where not even one pod fits, the class is left as it is: its reasons are those of any pod. */
  void cut(PodClass podClass, List<Unplaced> unplaced) {
    int all = podClass.pods().size();
    int kept = Math.min(all, mostByRule(podClass.spec()));
    while (kept > 1 && !holds(podClass, kept)) {
      kept--;
    }
    if (kept < all) {
      String detail =
          "all %d pods must share one node by their affinity; a node takes %d of them"
              .formatted(all, kept);
      for (Pod pod : podClass.cut(kept)) {
        Reason reason = new Reason(Reason.Kind.POD_AFFINITY, detail, 0);
        unplaced.add(new Unplaced(pod, List.of(reason)));
      }
    }
  }

  private boolean holds(PodClass podClass, int pods) {
    Resources request = Resources.NONE;
    for (Pod pod : podClass.pods().subList(0, pods)) {
      request = request.plus(pod.spec().requests());
    }
    return !fit.fitting(podClass, request).isEmpty() || free.stream().anyMatch(request::fitsIn);
  }

  /** Pods that ask for each other and exclude each other. */
  private static int mostByRule(PodSpec spec) {
    int most = spec.hostPorts().isEmpty() ? Integer.MAX_VALUE : 1;
    for (TopologySpread spread : spec.topologySpread()) {
      boolean own = spread.labelSelector() != null && spread.labelSelector().matches(spec.labels());
      if (own && spread.doNotSchedule() && spread.topologyKey().equals(Labels.HOSTNAME)) {
        most = Math.min(most, spread.maxSkew());
      }
    }
    return most;
  }
}
