package io.spotwright.scheduling.replay;

import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.filter.PlacementRules;
import java.util.List;

/** What one set of placement rules says of each node. */
final class PlacementAnswer {
  /** Whether nothing but other pods and resources can keep a pod off the node. */
  final boolean[] allowed;

  final boolean[] affinity;
  final boolean[] taints;
  final boolean[] volumes;
  final boolean[] cordon;
  final int[] softTaints;
  final int[] preferred;

  /** Whether some node has a soft taint that counts, or a preferred term that matches. */
  boolean scores;

  private PlacementAnswer(int size) {
    allowed = new boolean[size];
    affinity = new boolean[size];
    taints = new boolean[size];
    volumes = new boolean[size];
    cordon = new boolean[size];
    softTaints = new int[size];
    preferred = new int[size];
  }

  static PlacementAnswer of(PlacementRules rules, List<SchedulingNode> nodes) {
    PlacementAnswer answer = new PlacementAnswer(nodes.size());
    for (int n = 0; n < nodes.size(); n++) {
      SchedulingNode node = nodes.get(n);
      answer.affinity[n] = rules.matchesAffinity(node.labels(), node.name());
      answer.taints[n] = rules.toleratesHardTaints(node.taints());
      answer.volumes[n] = rules.matchesVolumes(node.labels(), node.name());
      answer.cordon[n] = !node.unschedulable() || rules.toleratesCordon();
      answer.softTaints[n] = rules.untoleratedSoftTaints(node.taints());
      answer.preferred[n] = rules.preferredWeight(node.labels(), node.name());
      answer.close(n);
    }
    return answer;
  }

  /** The answers for profiles, laid out over the nodes that have them. */
  PlacementAnswer spread(int[] profile) {
    PlacementAnswer answer = new PlacementAnswer(profile.length);
    for (int n = 0; n < profile.length; n++) {
      answer.affinity[n] = affinity[profile[n]];
      answer.taints[n] = taints[profile[n]];
      answer.volumes[n] = volumes[profile[n]];
      answer.cordon[n] = cordon[profile[n]];
      answer.softTaints[n] = softTaints[profile[n]];
      answer.preferred[n] = preferred[profile[n]];
      answer.close(n);
    }
    return answer;
  }

  private void close(int n) {
    allowed[n] = affinity[n] && taints[n] && volumes[n] && cordon[n];
    scores |= softTaints[n] != 0 || preferred[n] != 0;
  }
}
