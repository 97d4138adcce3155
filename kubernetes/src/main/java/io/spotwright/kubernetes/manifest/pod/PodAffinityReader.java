package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.LabelSelector;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the terms of inter-pod affinity and anti-affinity. */
final class PodAffinityReader {
  private PodAffinityReader() {}

  static List<PodAffinityTerm> required(@Nullable Fields affinity) {
    List<PodAffinityTerm> terms = new ArrayList<>();
    if (affinity != null) {
      for (Fields each : affinity.objects("requiredDuringSchedulingIgnoredDuringExecution")) {
        PodAffinityTerm term = term(each);
        if (term != null) {
          terms.add(term);
        }
      }
    }
    return terms;
  }

  static List<Weighted<PodAffinityTerm>> preferred(@Nullable Fields affinity) {
    List<Weighted<PodAffinityTerm>> terms = new ArrayList<>();
    if (affinity != null) {
      for (Fields each : affinity.objects("preferredDuringSchedulingIgnoredDuringExecution")) {
        Integer weight = NodeAffinityReader.weight(each);
        Fields inner = each.object("podAffinityTerm");
        PodAffinityTerm term = inner == null ? null : term(inner);
        if (inner == null) {
          each.missing("podAffinityTerm");
        } else if (weight != null && term != null) {
          terms.add(new Weighted<>(weight, term));
        }
      }
    }
    return terms;
  }

  private static @Nullable PodAffinityTerm term(Fields fields) {
    String topologyKey = TopologySpreadReader.topologyKey(fields);
    LabelSelector selector = SelectorReader.read(fields, "labelSelector");
    LabelSelector namespaces = SelectorReader.read(fields, "namespaceSelector");
    return topologyKey == null
        ? null
        : new PodAffinityTerm(
            topologyKey,
            selector,
            new TreeSet<>(fields.texts("namespaces")),
            namespaces,
            fields.texts("matchLabelKeys"),
            fields.texts("mismatchLabelKeys"));
  }
}
