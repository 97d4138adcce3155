package io.spotwright.model;

/**
 * A pod that runs on every node it fits by selector, affinity and taints; its request is overhead.
 */
public record DaemonSet(Workload workload, PodSpec spec) {}
