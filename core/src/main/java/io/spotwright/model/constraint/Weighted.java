package io.spotwright.model.constraint;

/** A preference with its weight (1 to 100), as kube-scheduler adds it to a node's score. */
public record Weighted<T>(int weight, T term) {}
