package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.pod.PodTemplate;
import io.spotwright.kubernetes.manifest.workload.ClaimTemplate;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Completes templates with their volumes and priority; equal results are one instance. */
final class PodSpecs {
  private final VolumeTopology topology;
  private final Priorities priorities;
  private final Map<PodSpec, PodSpec> shared = new HashMap<>();

  PodSpecs(Inventory inventory, Diagnostics diagnostics) {
    this.topology = new VolumeTopology(inventory, diagnostics);
    this.priorities = new Priorities(inventory.priorityClasses, diagnostics);
  }

  /** For the pod of this name. */
  PodSpec of(PodTemplate template, List<ClaimTemplate> claims, String pod) {
    VolumeTopology.Volumes volumes = topology.of(template, claims, pod);
    PodSpec complete = complete(template.spec(), volumes, priorities.of(template));
    PodSpec before = shared.putIfAbsent(complete, complete);
    return before == null ? complete : before;
  }

  /** Says what was assumed about volumes; call it when all pods are made. */
  void noteMissing() {
    topology.noteMissing();
  }

  private static PodSpec complete(PodSpec spec, VolumeTopology.Volumes volumes, int priority) {
    if (volumes.disks() == 0 && volumes.terms().isEmpty() && priority == 0) {
      return spec;
    }
    return new PodSpec(
        spec.namespace(),
        spec.labels(),
        volumes.disks() == 0
            ? spec.requests()
            : spec.requests().with(Resources.DISKS, volumes.disks()),
        spec.nodeSelector(),
        spec.requiredNodeTerms(),
        spec.preferredNodeTerms(),
        spec.tolerations(),
        spec.topologySpread(),
        spec.requiredAffinity(),
        spec.requiredAntiAffinity(),
        spec.preferredAffinity(),
        spec.preferredAntiAffinity(),
        spec.hostPorts(),
        volumes.terms(),
        priority);
  }
}
