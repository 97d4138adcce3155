package io.spotwright.scheduling.replay;

import io.spotwright.model.Labels;
import io.spotwright.model.Resources;
import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.compile.Eligibility;
import io.spotwright.scheduling.compile.PodTable;
import io.spotwright.scheduling.filter.PlacementRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One node list as columns in kube-scheduler's order, and what each placement rule says of them.
 */
final class NodeTable {
  final int size;
  final List<SchedulingNode> nodes = new ArrayList<>();

  /** Column to index in the caller's list. */
  final int[] callerIndex;

  final double[] cpu;
  final double[] memory;
  final int[] slots;
  final long[][] extra;

  /** Nodes of one profile differ only in their names. */
  private final int[] profile;

  private final List<SchedulingNode> profiles = new ArrayList<>();
  private final PodTable pods;
  private final @Nullable PlacementAnswer[] answers;
  private final boolean[] @Nullable [] eligible;
  private final Map<String, Domains> domains = new HashMap<>();

  NodeTable(List<SchedulingNode> given, PodTable pods) {
    this.pods = pods;
    size = given.size();
    callerIndex = NodeOrder.interleaved(given);
    for (int n : callerIndex) {
      nodes.add(given.get(n));
    }
    cpu = new double[size];
    memory = new double[size];
    slots = new int[size];
    extra = new long[pods.shapes.extraNames.size()][size];
    profile = new int[size];
    fillColumns();
    answers = new PlacementAnswer[pods.placements.size()];
    eligible = new boolean[pods.eligibilities.size()][];
  }

  private void fillColumns() {
    Map<SchedulingNode, Integer> known = new HashMap<>();
    for (int n = 0; n < size; n++) {
      SchedulingNode node = nodes.get(n);
      Resources allocatable = node.allocatable();
      cpu[n] = allocatable.cpu();
      memory[n] = allocatable.memory();
      slots[n] = (int) Math.min(Integer.MAX_VALUE, allocatable.get(Resources.PODS));
      for (int r = 0; r < extra.length; r++) {
        extra[r][n] = allocatable.get(pods.shapes.extraNames.get(r));
      }
      SchedulingNode nameless = nameless(node);
      Integer seen = known.putIfAbsent(nameless, profiles.size());
      profile[n] = seen == null ? profiles.size() : seen;
      if (seen == null) {
        profiles.add(nameless);
      }
    }
  }

  private static SchedulingNode nameless(SchedulingNode node) {
    TreeMap<String, String> labels = new TreeMap<>(node.labels());
    labels.remove(Labels.HOSTNAME);
    return new SchedulingNode(
        "", labels, node.taints(), node.unschedulable(), Resources.NONE, List.of());
  }

  /** What the placement rules with this number say of every node. */
  PlacementAnswer answer(int placement) {
    PlacementAnswer answer = answers[placement];
    if (answer == null) {
      PlacementRules rules = pods.placements.list.get(placement);
      answer =
          rules.readsHostname()
              ? PlacementAnswer.of(rules, nodes)
              : PlacementAnswer.of(rules, profiles).spread(profile);
      answers[placement] = answer;
    }
    return answer;
  }

  /** The nodes on which an eligibility counts pods. */
  boolean[] eligible(int eligibility) {
    boolean[] mask = eligible[eligibility];
    if (mask == null) {
      mask = mask(pods.eligibilities.list.get(eligibility));
      eligible[eligibility] = mask;
    }
    return mask;
  }

  private boolean[] mask(Eligibility eligibility) {
    boolean[] mask = new boolean[size];
    for (int n = 0; n < size; n++) {
      mask[n] =
          nodes.get(n).labels().keySet().containsAll(eligibility.keys())
              && (eligibility.affinity() < 0 || answer(eligibility.affinity()).affinity[n])
              && (eligibility.tolerations() < 0 || answer(eligibility.tolerations()).taints[n]);
    }
    return mask;
  }

  Domains domains(String key) {
    return domains.computeIfAbsent(key, k -> Domains.of(k, nodes));
  }
}
