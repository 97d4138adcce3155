package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.ClusterNode;
import io.spotwright.kubernetes.manifest.cluster.DiskLimit;
import io.spotwright.kubernetes.manifest.cluster.PersistentVolume;
import io.spotwright.kubernetes.manifest.cluster.PriorityClass;
import io.spotwright.kubernetes.manifest.cluster.StorageClass;
import io.spotwright.kubernetes.manifest.cluster.VolumeClaim;
import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.HeaderReader;
import io.spotwright.kubernetes.manifest.policy.NodePoolReader;
import io.spotwright.kubernetes.manifest.policy.PolicyReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.MappingNode;
import io.spotwright.kubernetes.manifest.workload.BudgetReader;
import io.spotwright.kubernetes.manifest.workload.ControllerReader;
import io.spotwright.kubernetes.manifest.workload.JobReader;
import io.spotwright.kubernetes.manifest.workload.LivePod;
import io.spotwright.kubernetes.manifest.workload.ScalerReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one object by its kind into the inventory. */
final class ObjectReader {
  private static final int DEEPEST_LIST = 8;

  private final Inventory inventory;

  ObjectReader(Inventory inventory) {
    this.inventory = inventory;
  }

  void read(Fields object) {
    read(object, object.text("apiVersion"), object.text("kind"), 0);
  }

  private void read(Fields object, @Nullable String apiVersion, @Nullable String kind, int depth) {
    if (apiVersion == null || kind == null) {
      incomplete(object);
    } else if (kind.endsWith("List") && object.has("items")) {
      list(object, apiVersion, kind, depth);
    } else {
      Kind known = Kind.of(apiVersion, kind);
      if (known == null) {
        passOver(object, apiVersion, kind);
      } else {
        known(object, known);
      }
    }
  }

  /** Items of a typed list name neither their version nor their kind. */
  private void list(Fields list, String apiVersion, String kind, int depth) {
    if (depth == DEEPEST_LIST) {
      list.problem("items", "lists are nested deeper than " + DEEPEST_LIST, "flatten them");
      return;
    }
    String itemKind = kind.equals("List") ? null : kind.substring(0, kind.length() - 4);
    for (Fields item : list.objects("items")) {
      read(
          item,
          item.has("apiVersion") || itemKind == null ? item.text("apiVersion") : apiVersion,
          item.has("kind") || itemKind == null ? item.text("kind") : itemKind,
          depth + 1);
    }
  }

  private void incomplete(Fields object) {
    boolean version = object.has("apiVersion");
    boolean kind = object.has("kind");
    if (version && kind) {
      return;
    }
    String file = object.place().file();
    if (file.endsWith("Chart.yaml")) {
      object
          .diagnostics()
          .note(
              file
                  + ": a Helm chart is not rendered; to plan its result: helm template RELEASE"
                  + " CHART | spotwright plan -");
    } else if (file.endsWith("kustomization.yaml") || file.endsWith("kustomization.yml")) {
      noteKustomization(object);
    } else if (!version && !kind) {
      inventory.foreign.add(object.place());
    } else {
      missingType(object, version);
    }
  }

  private static void missingType(Fields object, boolean version) {
    object.problem(
        version ? "kind" : "apiVersion",
        "the object has no " + (version ? "kind" : "apiVersion"),
        version ? "add kind, such as Deployment" : "add apiVersion, such as apps/v1");
  }

  private void passOver(Fields object, String apiVersion, String kind) {
    if (kind.equals("Kustomization")) {
      noteKustomization(object);
      return;
    }
    boolean runsPods = false;
    if (object.value("spec") instanceof MappingNode spec
        && spec.get("template") instanceof MappingNode pod
        && pod.get("spec") instanceof MappingNode inner) {
      runsPods = inner.get("containers") != null;
    }
    int slash = apiVersion.indexOf('/');
    String name = slash < 0 ? kind : kind + " (" + apiVersion.substring(0, slash) + ")";
    (runsPods ? inventory.unsupported : inventory.passedOver).merge(name, 1, Integer::sum);
  }

  private static void noteKustomization(Fields object) {
    object
        .diagnostics()
        .note(
            object.place().file()
                + ": a kustomization is not applied, files are read as they are; to plan its"
                + " result: kubectl kustomize DIRECTORY | spotwright plan -");
  }

  private void known(Fields object, Kind kind) {
    Header header = HeaderReader.read(object, kind.yaml(), kind.namespaced());
    if (header == null) {
      return;
    }
    Header before = inventory.headers.putIfAbsent(header.key(), header);
    if (before != null) {
      object.problem(
          "metadata",
          header.key() + " is in the input twice",
          "it is first in " + before.place() + "; leave one of them out");
      return;
    }
    switch (kind) {
      case POD -> add(inventory.pods, LivePod.read(header, object));
      case DEPLOYMENT, REPLICA_SET, STATEFUL_SET, DAEMON_SET, REPLICATION_CONTROLLER ->
          add(inventory.controllers, ControllerReader.read(header, object));
      case JOB -> add(inventory.controllers, JobReader.job(header, object));
      case CRON_JOB -> add(inventory.controllers, JobReader.cronJob(header, object));
      case SCALED_JOB -> add(inventory.controllers, JobReader.scaledJob(header, object));
      case SCALED_OBJECT -> add(inventory.scalers, ScalerReader.scaledObject(header, object));
      case HORIZONTAL_POD_AUTOSCALER ->
          add(inventory.scalers, ScalerReader.horizontalPodAutoscaler(header, object));
      case POD_DISRUPTION_BUDGET -> add(inventory.budgets, BudgetReader.read(header, object));
      case NODE_POOL -> add(inventory.nodePools, NodePoolReader.nodePool(header, object));
      case SPOT_POLICY -> policy(header, object);
      default -> cluster(header, object, kind);
    }
  }

  private void cluster(Header header, Fields object, Kind kind) {
    String name = header.key().name();
    switch (kind) {
      case NODE -> add(inventory.nodes, ClusterNode.read(header, object));
      case PERSISTENT_VOLUME_CLAIM -> inventory.claims.put(header.key(), VolumeClaim.read(object));
      case STORAGE_CLASS -> inventory.storageClasses.put(name, StorageClass.read(header, object));
      case PERSISTENT_VOLUME -> {
        PersistentVolume volume = PersistentVolume.read(header, object);
        if (volume != null) {
          inventory.volumes.put(name, volume);
        }
      }
      case PRIORITY_CLASS -> {
        PriorityClass priority = PriorityClass.read(header, object);
        if (priority != null) {
          inventory.priorityClasses.put(name, priority);
        }
      }
      case CSI_NODE -> {
        DiskLimit limit = DiskLimit.read(header, object);
        if (limit != null) {
          inventory.diskLimits.put(limit.node(), limit.disks());
        }
      }
      case AKS_NODE_CLASS -> {
        Integer maxPods = NodePoolReader.maxPods(object);
        if (maxPods != null) {
          inventory.maxPods.put(name, maxPods);
        }
      }
      default -> namespace(header);
    }
  }

  private void namespace(Header header) {
    SortedMap<String, String> labels = new TreeMap<>(header.labels());
    labels.put("kubernetes.io/metadata.name", header.key().name());
    inventory.namespaces.put(header.key().name(), labels);
  }

  private void policy(Header header, Fields object) {
    if (inventory.policy != null) {
      object.problem(
          "metadata",
          "a second SpotPolicy, " + header.key().name(),
          "one policy drives a run; leave the others out");
      return;
    }
    inventory.policy = PolicyReader.read(header, object);
  }

  private static <T> void add(List<T> list, @Nullable T element) {
    if (element != null) {
      list.add(element);
    }
  }
}
