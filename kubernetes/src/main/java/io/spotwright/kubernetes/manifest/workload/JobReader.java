package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import io.spotwright.kubernetes.manifest.pod.PodTemplateReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Job, CronJob and KEDA's ScaledJob. */
public final class JobReader {
  private static final int KEDA_HIGHEST = 100;

  private JobReader() {}

  /** As many pods as run at once and are still needed. */
  public static @Nullable Controller job(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    PodTemplate pod = pod(header, spec);
    if (spec == null || pod == null) {
      return null;
    }
    int pods = parallel(spec, status(object, "succeeded"));
    if (pods > 0 && spec.flag("suspend", false)) {
      note(object, header.key() + " is suspended and counts no pods");
      pods = 0;
    }
    return Controller.plain(header, pod, finished(object) ? 0 : pods);
  }

  /** One run at most; none of it counts unless the highest replica counts are asked for. */
  public static @Nullable Controller cronJob(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    Fields template = spec == null ? null : ControllerReader.template(spec, "jobTemplate");
    Fields job = template == null ? null : ControllerReader.spec(template);
    PodTemplate pod = pod(header, job);
    if (spec == null || job == null || pod == null) {
      return null;
    }
    boolean suspended = spec.flag("suspend", false);
    if (suspended) {
      note(object, header.key() + " is suspended and counts no pods");
    }
    return new Controller(
        header, pod, null, new Scale(0, 0, suspended ? 0 : 1), parallel(job, 0), 0, List.of());
  }

  /** Between the lowest and the highest number of jobs, each with its parallel pods. */
  public static @Nullable Controller scaledJob(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    Fields job = spec == null ? null : ControllerReader.template(spec, "jobTargetRef");
    PodTemplate pod = pod(header, job);
    if (spec == null || job == null || pod == null) {
      return null;
    }
    Scale scale = ScalerReader.kedaScale(spec, KEDA_HIGHEST);
    return new Controller(header, pod, null, scale, parallel(job, 0), 0, List.of());
  }

  private static @Nullable PodTemplate pod(Header header, @Nullable Fields jobSpec) {
    Fields template = jobSpec == null ? null : ControllerReader.template(jobSpec, "template");
    return template == null ? null : PodTemplateReader.read(template, header.key().namespace());
  }

  private static int parallel(Fields jobSpec, int succeeded) {
    Integer parallelism = jobSpec.count("parallelism");
    Integer completions = jobSpec.count("completions");
    int atOnce = parallelism == null ? 1 : parallelism;
    return completions == null ? atOnce : Math.min(atOnce, Math.max(0, completions - succeeded));
  }

  private static int status(Fields object, String key) {
    Fields status = object.object("status");
    Integer count = status == null ? null : status.count(key);
    return count == null ? 0 : count;
  }

  private static boolean finished(Fields object) {
    Fields status = object.object("status");
    if (status == null) {
      return false;
    }
    for (Fields condition : status.objects("conditions")) {
      String type = condition.text("type", "");
      if ((type.equals("Complete") || type.equals("Failed"))
          && "True".equals(condition.text("status"))) {
        return true;
      }
    }
    return false;
  }

  private static void note(Fields object, String message) {
    object.diagnostics().note(message);
  }
}
