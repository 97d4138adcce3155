package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.LabelRules;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import io.spotwright.kubernetes.manifest.pod.PodTemplateReader;
import io.spotwright.kubernetes.manifest.pod.SelectorReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Deployment, ReplicaSet, StatefulSet, DaemonSet and ReplicationController. */
public final class ControllerReader {
  private ControllerReader() {}

  /** {@code null} when it has no readable template, which is reported. */
  public static @Nullable Controller read(Header header, Fields object) {
    Fields spec = spec(object);
    Fields template = spec == null ? null : template(spec, "template");
    if (spec == null || template == null) {
      return null;
    }
    Integer replicas = spec.count("replicas");
    PodTemplate pod = PodTemplateReader.read(template, header.key().namespace());
    if (pod == null) {
      return null;
    }
    selectorMatches(header, spec, pod);
    if (!header.key().kind().equals("StatefulSet")) {
      return Controller.plain(header, pod, replicas);
    }
    Fields ordinals = spec.object("ordinals");
    Integer start = ordinals == null ? null : ordinals.count("start");
    return new Controller(
        header, pod, replicas, null, 1, start == null ? 0 : start, claimTemplates(spec));
  }

  static @Nullable Fields spec(Fields object) {
    if (!object.has("spec")) {
      object.missing("spec");
    }
    return object.object("spec");
  }

  static @Nullable Fields template(Fields spec, String key) {
    if (!spec.has(key)) {
      spec.problem(key, spec.path(key) + " is missing", "it describes the pods");
    }
    return spec.object(key);
  }

  /** A ReplicationController's selector is a plain map; the others have a label selector. */
  private static void selectorMatches(Header header, Fields spec, PodTemplate pod) {
    LabelSelector selector =
        header.key().kind().equals("ReplicationController")
            ? LabelSelector.of(LabelRules.labels(spec, "selector"))
            : SelectorReader.read(spec, "selector");
    if (selector != null && !selector.matches(pod.spec().labels())) {
      spec.problem(
          "selector",
          header.key() + ": the selector does not match the labels of its own pod template",
          "make spec.selector and spec.template.metadata.labels agree");
    }
  }

  private static List<ClaimTemplate> claimTemplates(Fields spec) {
    List<ClaimTemplate> claims = new ArrayList<>(1);
    for (Fields each : spec.objects("volumeClaimTemplates")) {
      Fields metadata = each.object("metadata");
      Fields claim = each.object("spec");
      String name = metadata == null ? null : metadata.text("name");
      if (name == null) {
        each.problem("metadata", each.path("metadata.name") + " is missing", "name the claim");
      } else {
        claims.add(new ClaimTemplate(name, claim == null ? null : claim.text("storageClassName")));
      }
    }
    return claims;
  }
}
