package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.Resources;
import java.util.Map;
import java.util.TreeMap;

/**
 * What kube-scheduler reserves for a pod: per resource the larger of all containers with all
 * sidecars, and each init container with the sidecars started before it; requests of the whole pod
 * replace that sum where they are set; then the overhead of its runtime class.
 */
final class EffectiveRequest {
  private EffectiveRequest() {}

  static Resources of(Fields podSpec) {
    Map<String, Long> running = new TreeMap<>();
    Map<String, Long> starting = new TreeMap<>();
    Map<String, Long> sidecars = new TreeMap<>();
    for (Fields container : podSpec.objects("initContainers")) {
      Map<String, Long> request = container(container);
      if ("Always".equals(container.text("restartPolicy"))) {
        add(sidecars, request, podSpec);
        request = sidecars;
      } else {
        add(request, sidecars, podSpec);
      }
      request.forEach((name, amount) -> starting.merge(name, amount, Math::max));
    }
    for (Fields container : podSpec.objects("containers")) {
      add(running, container(container), podSpec);
    }
    add(running, sidecars, podSpec);
    starting.forEach((name, amount) -> running.merge(name, amount, Math::max));
    wholePod(podSpec, running);
    add(running, ResourceReader.amounts(podSpec, "overhead"), podSpec);
    running.values().removeIf(amount -> amount == 0);
    running.put(Resources.PODS, 1L);
    return Resources.of(running);
  }

  private static Map<String, Long> container(Fields container) {
    Fields resources = container.object("resources");
    Map<String, Long> limits = ResourceReader.amounts(resources, "limits");
    Map<String, Long> requests = ResourceReader.amounts(resources, "requests");
    requests.forEach((name, amount) -> {
      Long limit = limits.get(name);
      if (resources != null && limit != null && amount > limit) {
        resources.problem(
            "requests",
            resources.path("requests." + name) + " is larger than its limit",
            "raise limits." + name + " or lower the request");
      }
    });
    limits.putAll(requests);
    limits.remove(Resources.PODS);
    return limits;
  }

  /**
   * Pod-level resources (Kubernetes 1.34): its requests win; its limits stand in only for resources
   * that no container requests.
   */
  private static void wholePod(Fields podSpec, Map<String, Long> running) {
    Fields resources = podSpec.object("resources");
    ResourceReader.amounts(resources, "limits").forEach(running::putIfAbsent);
    running.putAll(ResourceReader.amounts(resources, "requests"));
  }

  private static void add(Map<String, Long> sum, Map<String, Long> more, Fields podSpec) {
    more.forEach((name, amount) -> {
      long before = sum.getOrDefault(name, 0L);
      if (before > Long.MAX_VALUE - amount) {
        podSpec.problem(
            "containers",
            podSpec.path() + " requests more " + name + " than 2^63",
            "correct the amounts");
      } else {
        sum.put(name, before + amount);
      }
    });
  }
}
