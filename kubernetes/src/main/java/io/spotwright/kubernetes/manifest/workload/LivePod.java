package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import io.spotwright.kubernetes.manifest.pod.PodTemplateReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A Pod object.
 *
 * @param node the node it is bound to
 * @param finished whether it succeeded or failed
 */
public record LivePod(
    Header header, PodTemplate template, @Nullable String node, boolean finished) {

  /** {@code null} when it has no readable spec, which is reported. */
  public static @Nullable LivePod read(Header header, Fields object) {
    PodTemplate template = PodTemplateReader.read(object, header.key().namespace());
    if (template == null) {
      return null;
    }
    Fields spec = object.object("spec");
    Fields status = object.object("status");
    String node = spec == null ? "" : spec.text("nodeName", "");
    String phase = status == null ? "" : status.text("phase", "");
    return new LivePod(
        header,
        template,
        node.isEmpty() ? null : node,
        phase.equals("Succeeded") || phase.equals("Failed"));
  }
}
