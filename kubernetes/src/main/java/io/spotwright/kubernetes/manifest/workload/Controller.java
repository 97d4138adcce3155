package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that makes pods from a template.
 *
 * @param replicas as its spec names them, {@code null} when it names none
 * @param scale bounds of its own (CronJob, ScaledJob); others may get them from a {@link Scaler}
 * @param podsPerReplica more than 1 only for jobs that are counted by runs
 * @param firstOrdinal of the first pod's name
 */
public record Controller(
    Header header,
    PodTemplate template,
    @Nullable Integer replicas,
    @Nullable Scale scale,
    int podsPerReplica,
    int firstOrdinal,
    List<ClaimTemplate> claims) {

  public Controller {
    claims = List.copyOf(claims);
  }

  static Controller plain(Header header, PodTemplate template, @Nullable Integer replicas) {
    return new Controller(header, template, replicas, null, 1, 0, List.of());
  }
}
