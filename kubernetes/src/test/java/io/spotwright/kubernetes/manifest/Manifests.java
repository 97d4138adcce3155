package io.spotwright.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.kubernetes.manifest.diagnostic.Note;
import io.spotwright.kubernetes.manifest.diagnostic.Problem;
import io.spotwright.kubernetes.manifest.expand.Replicas;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import java.util.List;

/** What the tests of reading share. */
final class Manifests {
  private Manifests() {}

  static Reading read(String yaml) {
    return read(yaml, Replicas.CURRENT);
  }

  static Reading read(String yaml, Replicas replicas) {
    return ManifestReader.read(List.of(Source.ofText("a.yaml", yaml)), ReaderOptions.of(replicas));
  }

  static Observation observe(String yaml) {
    return observe(yaml, Replicas.CURRENT);
  }

  /** Fails when there is any problem. */
  static Observation observe(String yaml, Replicas replicas) {
    Reading reading = read(yaml, replicas);
    assertThat(reading.problems()).isEmpty();
    return reading.observation();
  }

  static List<String> podNames(String yaml) {
    return podNames(yaml, Replicas.CURRENT);
  }

  static List<String> podNames(String yaml, Replicas replicas) {
    return observe(yaml, replicas).pending().stream().map(Pod::key).toList();
  }

  static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(Problem::toString).toList();
  }

  static List<String> notes(String yaml) {
    return read(yaml).notes().stream().map(Note::message).toList();
  }

  /** The spec of the only pod whose manifest has {@code spec} indented by two. */
  static PodSpec pod(String spec) {
    return observe(podManifest(spec)).pending().getFirst().spec();
  }

  static List<String> podProblems(String spec) {
    return problems(podManifest(spec));
  }

  private static String podManifest(String spec) {
    String containers = spec.contains("containers:") ? "" : "  containers: [{name: c}]\n";
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: lone, labels: {app: lone}}
    spec:
    """
        + containers
        + spec.indent(2);
  }

  /** A Deployment with one small container. */
  static String deployment(String name, String specFields) {
    return workload("apps/v1", "Deployment", name, specFields);
  }

  static String workload(String apiVersion, String kind, String name, String specFields) {
    return """
    ---
    apiVersion: %s
    kind: %s
    metadata: {name: %s}
    spec:
      selector: {matchLabels: {app: %s}}
      template:
        metadata: {labels: {app: %s}}
        spec: {containers: [{name: c, resources: {requests: {cpu: 100m, memory: 1Mi}}}]}
    """
            .formatted(apiVersion, kind, name, name, name)
        + specFields.indent(2);
  }
}
