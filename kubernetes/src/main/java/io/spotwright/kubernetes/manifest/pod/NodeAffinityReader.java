package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Weighted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads node affinity and the other places that have node selector terms. */
public final class NodeAffinityReader {
  private static final int HEAVIEST = 100;

  private NodeAffinityReader() {}

  /** The terms of {@code key.nodeSelectorTerms}, of which one must match; empty when absent. */
  public static List<NodeSelectorTerm> required(@Nullable Fields owner, String key) {
    Fields required = owner == null ? null : owner.object(key);
    if (required == null) {
      return List.of();
    }
    List<NodeSelectorTerm> terms = new ArrayList<>();
    for (Fields each : required.objects("nodeSelectorTerms")) {
      terms.add(term(each));
    }
    if (!required.has("nodeSelectorTerms") || terms.isEmpty()) {
      required.problem(
          "nodeSelectorTerms",
          required.path("nodeSelectorTerms") + " needs at least one term",
          "add a term, or remove " + key);
    }
    return terms;
  }

  static List<Weighted<NodeSelectorTerm>> preferred(@Nullable Fields affinity) {
    List<Weighted<NodeSelectorTerm>> terms = new ArrayList<>();
    if (affinity != null) {
      for (Fields each : affinity.objects("preferredDuringSchedulingIgnoredDuringExecution")) {
        Integer weight = weight(each);
        Fields preference = each.object("preference");
        if (preference == null) {
          each.missing("preference");
        } else if (weight != null) {
          terms.add(new Weighted<>(weight, term(preference)));
        }
      }
    }
    return terms;
  }

  static @Nullable Integer weight(Fields fields) {
    if (!fields.has("weight")) {
      fields.problem("weight", fields.path("weight") + " is missing", "a number from 1 to 100");
    }
    return fields.number("weight", 1, HEAVIEST);
  }

  private static NodeSelectorTerm term(Fields fields) {
    return new NodeSelectorTerm(
        RequirementReader.NODE.read(fields, "matchExpressions"),
        RequirementReader.NODE.read(fields, "matchFields"));
  }
}
