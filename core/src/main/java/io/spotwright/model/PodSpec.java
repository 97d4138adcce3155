package io.spotwright.model;

import io.spotwright.model.constraint.NodeSelectorTerm;
import io.spotwright.model.constraint.PodAffinityTerm;
import io.spotwright.model.constraint.Toleration;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.model.constraint.Weighted;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What scheduling depends on in a pod, shared by all pods of one template.
 *
 * @param namespace the pod's namespace
 * @param labels the pod's labels
 * @param requests the effective request, overhead included, with {@code pods} = 1 and, where
 *     volumes are attached, {@link Resources#DISKS}
 * @param nodeSelector labels a node must have
 * @param requiredNodeTerms of required node affinity, of which one must match; empty: no such rule
 * @param volumeNodeTerms per zonal volume the terms of which one must match (volume topology)
 */
public record PodSpec(
    String namespace,
    SortedMap<String, String> labels,
    Resources requests,
    SortedMap<String, String> nodeSelector,
    List<NodeSelectorTerm> requiredNodeTerms,
    List<Weighted<NodeSelectorTerm>> preferredNodeTerms,
    List<Toleration> tolerations,
    List<TopologySpread> topologySpread,
    List<PodAffinityTerm> requiredAffinity,
    List<PodAffinityTerm> requiredAntiAffinity,
    List<Weighted<PodAffinityTerm>> preferredAffinity,
    List<Weighted<PodAffinityTerm>> preferredAntiAffinity,
    List<HostPort> hostPorts,
    List<List<NodeSelectorTerm>> volumeNodeTerms,
    int priority) {

  public PodSpec {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    nodeSelector = Collections.unmodifiableSortedMap(new TreeMap<>(nodeSelector));
    requiredNodeTerms = List.copyOf(requiredNodeTerms);
    preferredNodeTerms = List.copyOf(preferredNodeTerms);
    tolerations = List.copyOf(tolerations);
    topologySpread = List.copyOf(topologySpread);
    requiredAffinity = List.copyOf(requiredAffinity);
    requiredAntiAffinity = List.copyOf(requiredAntiAffinity);
    preferredAffinity = List.copyOf(preferredAffinity);
    preferredAntiAffinity = List.copyOf(preferredAntiAffinity);
    hostPorts = List.copyOf(hostPorts);
    volumeNodeTerms = volumeNodeTerms.stream().map(List::copyOf).toList();
  }

  /** A pod that only asks for resources. */
  public static PodSpec plain(String namespace, Map<String, String> labels, Resources requests) {
    return new Builder(namespace, labels, requests).build();
  }

  /** Collects the optional parts; everything not set is empty. */
  public static final class Builder {
    private final String namespace;
    private final SortedMap<String, String> labels;
    private final Resources requests;
    private SortedMap<String, String> nodeSelector = Collections.emptySortedMap();
    private List<NodeSelectorTerm> requiredNodeTerms = List.of();
    private List<Weighted<NodeSelectorTerm>> preferredNodeTerms = List.of();
    private List<Toleration> tolerations = List.of();
    private List<TopologySpread> topologySpread = List.of();
    private List<PodAffinityTerm> requiredAffinity = List.of();
    private List<PodAffinityTerm> requiredAntiAffinity = List.of();
    private List<Weighted<PodAffinityTerm>> preferredAffinity = List.of();
    private List<Weighted<PodAffinityTerm>> preferredAntiAffinity = List.of();
    private List<HostPort> hostPorts = List.of();
    private List<List<NodeSelectorTerm>> volumeNodeTerms = List.of();
    private int priority;

    public Builder(String namespace, Map<String, String> labels, Resources requests) {
      this.namespace = namespace;
      this.labels = new TreeMap<>(labels);
      this.requests = requests;
    }

    public Builder nodeSelector(Map<String, String> value) {
      nodeSelector = new TreeMap<>(value);
      return this;
    }

    public Builder requiredNodeTerms(List<NodeSelectorTerm> value) {
      requiredNodeTerms = value;
      return this;
    }

    public Builder preferredNodeTerms(List<Weighted<NodeSelectorTerm>> value) {
      preferredNodeTerms = value;
      return this;
    }

    public Builder tolerations(List<Toleration> value) {
      tolerations = value;
      return this;
    }

    public Builder topologySpread(List<TopologySpread> value) {
      topologySpread = value;
      return this;
    }

    public Builder requiredAffinity(List<PodAffinityTerm> value) {
      requiredAffinity = value;
      return this;
    }

    public Builder requiredAntiAffinity(List<PodAffinityTerm> value) {
      requiredAntiAffinity = value;
      return this;
    }

    public Builder preferredAffinity(List<Weighted<PodAffinityTerm>> value) {
      preferredAffinity = value;
      return this;
    }

    public Builder preferredAntiAffinity(List<Weighted<PodAffinityTerm>> value) {
      preferredAntiAffinity = value;
      return this;
    }

    public Builder hostPorts(List<HostPort> value) {
      hostPorts = value;
      return this;
    }

    public Builder volumeNodeTerms(List<List<NodeSelectorTerm>> value) {
      volumeNodeTerms = value;
      return this;
    }

    public Builder priority(int value) {
      priority = value;
      return this;
    }

    public PodSpec build() {
      return new PodSpec(
          namespace,
          labels,
          requests,
          nodeSelector,
          requiredNodeTerms,
          preferredNodeTerms,
          tolerations,
          topologySpread,
          requiredAffinity,
          requiredAntiAffinity,
          preferredAffinity,
          preferredAntiAffinity,
          hostPorts,
          volumeNodeTerms,
          priority);
    }
  }
}
