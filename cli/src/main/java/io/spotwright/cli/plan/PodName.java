package io.spotwright.cli.plan;

import io.spotwright.cli.command.InputException;
import io.spotwright.model.NearestNames;
import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the pod a user means. */
final class PodName {
  private PodName() {}

  /**
   * {@code namespace/name}, or {@code name} in the namespace {@code default}; the name of a
   * workload stands for its first pod.
   */
  static Pod find(String text, Observation observation) throws InputException {
    String wanted = text.contains("/") ? text : "default/" + text;
    Pod ofWorkload = null;
    for (Pod pod : observation.pending()) {
      if (pod.key().equals(wanted)) {
        return pod;
      }
      String workload = pod.workload().namespace() + "/" + pod.workload().name();
      if (ofWorkload == null && workload.equals(wanted)) {
        ofWorkload = pod;
      }
    }
    if (ofWorkload != null) {
      return ofWorkload;
    }
    for (Node node : observation.nodes()) {
      for (Pod pod : node.pods()) {
        if (pod.key().equals(wanted)) {
          throw new InputException(
              "--explain", "pod " + wanted + " runs already, on node " + node.name(), "");
        }
      }
    }
    throw new InputException(
        "--explain",
        "no pod '" + wanted + "' is to be placed" + NearestNames.hint(wanted, names(observation)),
        "name it as namespace/name; pods of a controller end in -0, -1 and so on");
  }

  private static List<String> names(Observation observation) {
    Set<String> names = new HashSet<>();
    observation.pending().forEach(pod -> names.add(pod.key()));
    return List.copyOf(names);
  }
}
