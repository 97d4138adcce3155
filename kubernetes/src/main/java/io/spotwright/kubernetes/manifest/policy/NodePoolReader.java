package io.spotwright.kubernetes.manifest.policy;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.LabelRules;
import io.spotwright.kubernetes.manifest.pod.RequirementReader;
import io.spotwright.kubernetes.manifest.pod.ResourceReader;
import io.spotwright.kubernetes.manifest.pod.TaintReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.NodePool;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads Karpenter's NodePool and the AKSNodeClass it refers to. */
public final class NodePoolReader {
  private static final int HEAVIEST = 100;
  private static final int MOST_PODS = 250;

  private NodePoolReader() {}

  /** A NodePool whose {@code maxPods} is still to be taken from its node class. */
  public record Draft(NodePool pool, @Nullable String nodeClass) {}

  /** {@code null} when it has no template, which is reported. */
  public static @Nullable Draft nodePool(Header header, Fields object) {
    Fields spec = object.object("spec");
    Fields template = spec == null ? null : spec.object("template");
    Fields node = template == null ? null : template.object("spec");
    if (spec == null || template == null || node == null) {
      object.problem("spec", header.key() + " has no spec.template.spec", "it describes the nodes");
      return null;
    }
    if (object.text("apiVersion", "").endsWith("/v1beta1")) {
      object
          .diagnostics()
          .note(header.key() + " is of the old version v1beta1; it is read as karpenter.sh/v1");
    }
    if (spec.has("replicas")) {
      object
          .diagnostics()
          .note(header.key() + " asks for a fixed number of nodes, which is not supported");
    }
    Fields metadata = template.object("metadata");
    Fields nodeClass = node.object("nodeClassRef");
    Integer weight = spec.number("weight", 0, HEAVIEST);
    NodePool pool =
        new NodePool(
            header.key().name(),
            weight == null ? 0 : weight,
            metadata == null ? new TreeMap<>() : LabelRules.labels(metadata, "labels"),
            TaintReader.taints(node, "taints"),
            TaintReader.taints(node, "startupTaints"),
            RequirementReader.NODE_POOL.read(node, "requirements"),
            ResourceReader.limits(spec, "limits"),
            null);
    return new Draft(pool, nodeClass == null ? null : nodeClass.text("name"));
  }

  /** {@code maxPods} of an AKSNodeClass, {@code null} when it names none. */
  public static @Nullable Integer maxPods(Fields object) {
    Fields spec = object.object("spec");
    return spec == null ? null : spec.number("maxPods", 10, MOST_PODS);
  }
}
