package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.SequenceNode;
import io.spotwright.kubernetes.manifest.tree.YamlNode;
import io.spotwright.model.PodSpec;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the spec of a pod or of a pod template. */
public final class PodTemplateReader {
  private PodTemplateReader() {}

  /**
   * Reads {@code metadata.labels} and {@code spec} of {@code owner}, which is a Pod or a template;
   * {@code null} when it has no spec, which is reported.
   */
  public static @Nullable PodTemplate read(Fields owner, String namespace) {
    Fields metadata = owner.object("metadata");
    SortedMap<String, String> labels =
        metadata == null ? new TreeMap<>() : LabelRules.labels(metadata, "labels");
    Fields spec = owner.object("spec");
    if (spec == null) {
      if (!owner.has("spec")) {
        owner.missing("spec");
      }
      return null;
    }
    YamlNode containers = spec.value("containers");
    if (containers == null || containers instanceof SequenceNode list && list.items().isEmpty()) {
      spec.problem("containers", spec.path("containers") + " is empty", "a pod needs a container");
    }
    return new PodTemplate(
        podSpec(spec, namespace, labels),
        VolumeReader.read(spec),
        spec.text("priorityClassName"),
        spec.number("priority", Integer.MIN_VALUE, Integer.MAX_VALUE),
        spec.place());
  }

  private static PodSpec podSpec(Fields spec, String namespace, SortedMap<String, String> labels) {
    Fields affinity = spec.object("affinity");
    Fields node = affinity == null ? null : affinity.object("nodeAffinity");
    Fields near = affinity == null ? null : affinity.object("podAffinity");
    Fields apart = affinity == null ? null : affinity.object("podAntiAffinity");
    return new PodSpec.Builder(namespace, labels, EffectiveRequest.of(spec))
        .nodeSelector(LabelRules.labels(spec, "nodeSelector"))
        .requiredNodeTerms(
            NodeAffinityReader.required(node, "requiredDuringSchedulingIgnoredDuringExecution"))
        .preferredNodeTerms(NodeAffinityReader.preferred(node))
        .tolerations(TaintReader.tolerations(spec))
        .topologySpread(TopologySpreadReader.read(spec))
        .requiredAffinity(PodAffinityReader.required(near))
        .preferredAffinity(PodAffinityReader.preferred(near))
        .requiredAntiAffinity(PodAffinityReader.required(apart))
        .preferredAntiAffinity(PodAffinityReader.preferred(apart))
        .hostPorts(HostPortReader.read(spec))
        .build();
  }
}
