package io.spotwright.model;

/** One pod. Pods of one template share their {@link PodSpec} instance. */
public record Pod(String name, PodSpec spec, Workload workload) {

  public String namespace() {
    return spec.namespace();
  }

  /** {@code namespace/name}, unique in an observation. */
  public String key() {
    return spec.namespace() + "/" + name;
  }
}
