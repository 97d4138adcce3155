package io.spotwright.packing.problem;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.packing.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules between one pod and one node that do not depend on other pods or on free resources. */
final class NodeFit {
  private NodeFit() {}

  /** The first rule the node breaks for the pod, {@code null} when it may hold it. */
  static Reason.@Nullable Kind conflict(
      PodSpec pod, Map<String, String> labels, List<Taint> taints, String nodeName) {
    if (!selects(pod, labels, nodeName)) {
      return Reason.Kind.NODE_SELECTOR;
    }
    for (List<NodeSelectorTerm> volume : pod.volumeNodeTerms()) {
      if (!anyMatches(volume, labels, nodeName)) {
        return Reason.Kind.VOLUME_ZONE;
      }
    }
    return tolerates(pod.tolerations(), taints) ? null : Reason.Kind.TAINTS;
  }

  /** Node selector and required node affinity. */
  static boolean selects(PodSpec pod, Map<String, String> labels, String nodeName) {
    for (Map.Entry<String, String> wanted : pod.nodeSelector().entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return pod.requiredNodeTerms().isEmpty()
        || anyMatches(pod.requiredNodeTerms(), labels, nodeName);
  }

  static boolean tolerates(List<Toleration> tolerations, List<Taint> taints) {
    for (Taint taint : taints) {
      if (taint.effect() != Taint.Effect.PREFER_NO_SCHEDULE
          && tolerations.stream().noneMatch(toleration -> toleration.tolerates(taint))) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyMatches(
      List<NodeSelectorTerm> terms, Map<String, String> labels, String nodeName) {
    for (NodeSelectorTerm term : terms) {
      if (term.matches(labels, nodeName)) {
        return true;
      }
    }
    return false;
  }
}
