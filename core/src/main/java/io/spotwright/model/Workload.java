package io.spotwright.model;

/**
 * The controller that owns a pod, by its topmost owner (the Deployment, not its ReplicaSet; the
 * CronJob, not its Job). A pod without an owner is its own workload with kind {@code Pod}.
 */
public record Workload(String kind, String namespace, String name) implements Comparable<Workload> {

  @Override
  public int compareTo(Workload other) {
    int order = namespace.compareTo(other.namespace);
    order = order != 0 ? order : name.compareTo(other.name);
    return order != 0 ? order : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return kind + "/" + namespace + "/" + name;
  }
}
