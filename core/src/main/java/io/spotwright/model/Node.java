package io.spotwright.model;

import io.spotwright.model.constraint.Taint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node that already exists, with the pods bound to it (daemon pods among them).
 *
 * @param schedulable false when cordoned
 */
public record Node(
    String name,
    SortedMap<String, String> labels,
    List<Taint> taints,
    Resources allocatable,
    boolean schedulable,
    List<Pod> pods) {

  public Node {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
    pods = List.copyOf(pods);
  }
}
