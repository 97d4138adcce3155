package io.spotwright.market;

import io.spotwright.model.Resources;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A VM size as a node: what it has and what of it pods can use.
 *
 * @param name as in {@code node.kubernetes.io/instance-type}, for instance {@code Standard_D4as_v5}
 * @param family for instance {@code Dasv5}; sizes of one family are sold out together
 * @param vcpus vCPUs counted for shares and quota
 * @param labels the node labels that depend on the size alone (instance type, arch, os, sku-*)
 * @param capacity of the VM
 * @param allocatable capacity minus kube reserved and eviction threshold, daemon sets not
 *     subtracted
 */
public record VmSize(
    String name,
    String family,
    int vcpus,
    SortedMap<String, String> labels,
    Resources capacity,
    Resources allocatable) {

  public VmSize {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
