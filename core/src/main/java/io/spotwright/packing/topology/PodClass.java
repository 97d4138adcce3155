package io.spotwright.packing.topology;

import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods whose specs are equal: one row of the demand before topology splits it into groups. */
public final class PodClass {
  private final int id;
  private final PodSpec spec;
  private final List<Pod> pods = new ArrayList<>();

  private PodClass(int id, PodSpec spec) {
    this.id = id;
    this.spec = spec;
  }

  /** The classes of all pending pods, in order of first appearance. */
  public static List<PodClass> of(Observation observation) {
    Map<PodSpec, PodClass> byIdentity = new IdentityHashMap<>();
    Map<PodSpec, PodClass> byValue = new LinkedHashMap<>();
    for (Pod pod : observation.pending()) {
      PodClass known = byIdentity.get(pod.spec());
      if (known == null) {
        known = byValue.get(pod.spec());
        if (known == null) {
          known = new PodClass(byValue.size(), pod.spec());
          byValue.put(pod.spec(), known);
        }
        byIdentity.put(pod.spec(), known);
      }
      known.pods.add(pod);
    }
    return List.copyOf(byValue.values());
  }

  /** Position in the list of classes. */
  public int id() {
    return id;
  }

  public PodSpec spec() {
    return spec;
  }

  public List<Pod> pods() {
    return pods;
  }
}
