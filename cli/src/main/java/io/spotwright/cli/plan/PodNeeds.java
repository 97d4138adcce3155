package io.spotwright.cli.plan;

import io.spotwright.market.VmSize;
import io.spotwright.model.Labels;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What pods and NodePools ask of a VM size by name, which widens the default choice of sizes: a pod
 * that selects a GPU family must not be told that nothing fits.
 *
 * @param named requirements on labels of the VM size
 * @param devices extended resources, for instance {@code nvidia.com/gpu}
 * @param arm64 whether anything asks for arm64
 */
record PodNeeds(Set<Requirement> named, Set<String> devices, boolean arm64) {
  private static final String KARPENTER = "karpenter.azure.com/";
  private static final Set<String> ORDINARY =
      Set.of(
          Resources.CPU,
          Resources.MEMORY,
          Resources.EPHEMERAL_STORAGE,
          Resources.PODS,
          Resources.DISKS);

  static PodNeeds of(Observation observation, List<Requirement> policy) {
    Set<Requirement> named = new LinkedHashSet<>();
    Set<String> devices = new TreeSet<>();
    Set<Requirement> asked = new HashSet<>(policy);
    for (NodePool pool : observation.nodePools()) {
      asked.addAll(pool.requirements());
    }
    Set<PodSpec> specs = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Pod pod : observation.pending()) {
      if (specs.add(pod.spec())) {
        asked.addAll(requirements(pod.spec()));
        devices.addAll(pod.spec().requests().names());
      }
    }
    devices.removeAll(ORDINARY);
    boolean arm64 = false;
    for (Requirement requirement : asked) {
      arm64 |= requirement.key().equals(Labels.ARCH) && requirement.matches("arm64");
      if (namesSize(requirement)) {
        named.add(requirement);
      }
    }
    return new PodNeeds(named, devices, arm64);
  }

  /** Whether a pod or NodePool asks for this size by label or by a device it has. */
  boolean ask(VmSize size) {
    for (Requirement requirement : named) {
      if (requirement.matches(size.labels().get(requirement.key()))) {
        return true;
      }
    }
    for (String device : devices) {
      if (size.allocatable().get(device) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Set<Requirement> requirements(PodSpec spec) {
    Set<Requirement> found = new LinkedHashSet<>();
    spec.nodeSelector().forEach((key, value) -> found.add(Requirement.in(key, value)));
    for (NodeSelectorTerm term : spec.requiredNodeTerms()) {
      found.addAll(term.matchExpressions());
    }
    return found;
  }

  private static boolean namesSize(Requirement requirement) {
    String key = requirement.key();
    boolean ofSize =
        key.equals(Labels.INSTANCE_TYPE)
            || key.equals(KARPENTER + "sku-name")
            || key.equals(PolicyChoice.FAMILY)
            || key.equals(PolicyChoice.SERIES)
            || key.startsWith(KARPENTER + "sku-gpu-");
    return ofSize
        && requirement.operator() != Operator.NOT_IN
        && requirement.operator() != Operator.DOES_NOT_EXIST;
  }
}
