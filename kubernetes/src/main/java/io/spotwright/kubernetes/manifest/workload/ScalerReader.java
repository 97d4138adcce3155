package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.tree.Fields;
import org.jspecify.annotations.Nullable;

/** Reads HorizontalPodAutoscaler and KEDA's ScaledObject, with their defaults. */
public final class ScalerReader {
  private static final int KEDA_HIGHEST = 100;
  private static final String PAUSED_REPLICAS = "autoscaling.keda.sh/paused-replicas";

  private ScalerReader() {}

  /** {@code null} when it is faulty, which is reported. */
  public static @Nullable Scaler horizontalPodAutoscaler(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    ObjectKey target = target(header, spec, null);
    if (spec == null || target == null) {
      return null;
    }
    Integer lowest = spec.count("minReplicas");
    Integer highest = spec.number("maxReplicas", 1, Integer.MAX_VALUE);
    if (!spec.has("maxReplicas")) {
      spec.missing("maxReplicas");
    }
    int least = lowest == null ? 1 : lowest;
    if (highest == null || disorder(spec, "minReplicas", least, "maxReplicas", highest)) {
      return null;
    }
    return new Scaler(header, target, new Scale(least, least, highest));
  }

  /** {@code null} when it is faulty, which is reported. */
  public static @Nullable Scaler scaledObject(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    ObjectKey target = target(header, spec, "Deployment");
    if (spec == null || target == null) {
      return null;
    }
    Scale scale = kedaScale(spec, KEDA_HIGHEST);
    String paused = header.annotations().get(PAUSED_REPLICAS);
    if (scale != null && paused != null && paused.matches("[0-9]{1,9}")) {
      object
          .diagnostics()
          .note(header.key() + " is paused at " + paused + " replicas, which are counted");
      scale = Scale.fixed(Integer.parseInt(paused));
    }
    return scale == null ? null : new Scaler(header, target, scale);
  }

  static @Nullable Scale kedaScale(Fields spec, int absent) {
    Integer lowest = spec.count("minReplicaCount");
    Integer highest = spec.count("maxReplicaCount");
    Integer idle = spec.count("idleReplicaCount");
    int least = lowest == null ? 0 : lowest;
    int most = highest == null ? absent : highest;
    if (disorder(spec, "minReplicaCount", least, "maxReplicaCount", most)) {
      return null;
    }
    return new Scale(idle == null ? least : Math.min(idle, least), least, most);
  }

  private static boolean disorder(Fields spec, String low, int least, String high, int most) {
    if (least > most) {
      spec.problem(
          low,
          spec.path(low) + " is " + least + ", above " + high + " " + most,
          "lower one or raise the other");
    }
    return least > most;
  }

  private static @Nullable ObjectKey target(
      Header header, @Nullable Fields spec, @Nullable String absentKind) {
    Fields target = spec == null ? null : spec.object("scaleTargetRef");
    if (spec == null || target == null) {
      if (spec != null && !spec.has("scaleTargetRef")) {
        spec.problem("scaleTargetRef", "spec.scaleTargetRef is missing", "name the workload");
      }
      return null;
    }
    String kind = target.text("kind");
    String name = target.text("name");
    if (name == null) {
      target.missing("name");
    }
    if (kind == null) {
      kind = absentKind;
      if (kind == null) {
        target.missing("kind");
      }
    }
    return kind == null || name == null
        ? null
        : new ObjectKey(kind, header.key().namespace(), name);
  }
}
