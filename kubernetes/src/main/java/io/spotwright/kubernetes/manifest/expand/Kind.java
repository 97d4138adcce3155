package io.spotwright.kubernetes.manifest.expand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that are read, with the API groups that have or had them. */
enum Kind {
  POD("Pod", true, ""),
  REPLICATION_CONTROLLER("ReplicationController", true, ""),
  DEPLOYMENT("Deployment", true, "apps", "extensions"),
  REPLICA_SET("ReplicaSet", true, "apps", "extensions"),
  STATEFUL_SET("StatefulSet", true, "apps"),
  DAEMON_SET("DaemonSet", true, "apps", "extensions"),
  JOB("Job", true, "batch"),
  CRON_JOB("CronJob", true, "batch"),
  SCALED_JOB("ScaledJob", true, "keda.sh"),
  SCALED_OBJECT("ScaledObject", true, "keda.sh"),
  HORIZONTAL_POD_AUTOSCALER("HorizontalPodAutoscaler", true, "autoscaling"),
  POD_DISRUPTION_BUDGET("PodDisruptionBudget", true, "policy"),
  NAMESPACE("Namespace", false, ""),
  NODE("Node", false, ""),
  CSI_NODE("CSINode", false, "storage.k8s.io"),
  PRIORITY_CLASS("PriorityClass", false, "scheduling.k8s.io"),
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", true, ""),
  PERSISTENT_VOLUME("PersistentVolume", false, ""),
  STORAGE_CLASS("StorageClass", false, "storage.k8s.io"),
  NODE_POOL("NodePool", false, "karpenter.sh"),
  AKS_NODE_CLASS("AKSNodeClass", false, "karpenter.azure.com"),
  SPOT_POLICY("SpotPolicy", false, "spotwright.io");

  private static final Map<String, Kind> BY_NAME = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_NAME.put(kind.yaml, kind);
    }
  }

  private final String yaml;
  private final boolean namespaced;
  private final List<String> groups;

  Kind(String yaml, boolean namespaced, String... groups) {
    this.yaml = yaml;
    this.namespaced = namespaced;
    this.groups = List.of(groups);
  }

  String yaml() {
    return yaml;
  }

  boolean namespaced() {
    return namespaced;
  }

  /** {@code null} for a kind that is passed over, such as another group's Job. */
  static @Nullable Kind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    Kind known = BY_NAME.get(kind);
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return known != null && known.groups.contains(group) ? known : null;
  }

  /** Whether pods that hang below this kind are one workload by it. */
  static boolean isWorkload(String kind) {
    Kind known = BY_NAME.get(kind);
    return known != null && known.ordinal() >= 1 && known.ordinal() <= SCALED_JOB.ordinal();
  }
}
