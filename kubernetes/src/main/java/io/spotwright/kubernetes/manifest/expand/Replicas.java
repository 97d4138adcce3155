package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.workload.Controller;
import io.spotwright.kubernetes.manifest.workload.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Which number of replicas counts for a workload with an autoscaler. Without one, and where the
 * manifest names no number, it is 1.
 */
public enum Replicas {
  /** What the workload names; else the autoscaler's lower bound. */
  CURRENT,
  /** The fewest the autoscaler goes to, KEDA's idle count included. */
  MIN,
  /** The most the autoscaler goes to; one run of every CronJob. */
  MAX;

  /** Pods of the controller; {@code scaler} is the bound set by another object, if any. */
  long pods(Controller controller, @Nullable Scale scaler) {
    Scale scale = controller.scale() == null ? scaler : controller.scale();
    Integer named = controller.replicas();
    long replicas;
    if (scale == null || (this == CURRENT && named != null)) {
      replicas = named == null ? 1 : named;
    } else {
      replicas =
          switch (this) {
            case CURRENT -> scale.initial();
            case MIN -> scale.lowest();
            case MAX -> scale.highest();
          };
    }
    return replicas * controller.podsPerReplica();
  }
}
