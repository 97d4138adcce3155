package io.spotwright.kubernetes.manifest.workload;

/**
 * How far an autoscaler lets a workload go.
 *
 * @param initial replicas where the workload itself names none
 */
public record Scale(int lowest, int initial, int highest) {

  public static Scale fixed(int replicas) {
    return new Scale(replicas, replicas, replicas);
  }
}
