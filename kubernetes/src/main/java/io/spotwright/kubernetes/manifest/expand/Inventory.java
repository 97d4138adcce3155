package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.cluster.ClusterNode;
import io.spotwright.kubernetes.manifest.cluster.PersistentVolume;
import io.spotwright.kubernetes.manifest.cluster.PriorityClass;
import io.spotwright.kubernetes.manifest.cluster.StorageClass;
import io.spotwright.kubernetes.manifest.cluster.VolumeClaim;
import io.spotwright.kubernetes.manifest.diagnostic.Place;
import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.policy.NodePoolReader;
import io.spotwright.kubernetes.manifest.workload.Controller;
import io.spotwright.kubernetes.manifest.workload.LivePod;
import io.spotwright.kubernetes.manifest.workload.Scaler;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.SpotPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that was read, each object for itself, in the order of the input. */
final class Inventory {
  final Map<ObjectKey, Header> headers = new LinkedHashMap<>();
  final List<Controller> controllers = new ArrayList<>();
  final List<LivePod> pods = new ArrayList<>();
  final List<ClusterNode> nodes = new ArrayList<>();
  final List<Scaler> scalers = new ArrayList<>();
  final List<DisruptionBudget> budgets = new ArrayList<>();
  final List<NodePoolReader.Draft> nodePools = new ArrayList<>();
  final Map<ObjectKey, VolumeClaim> claims = new HashMap<>();
  final Map<String, PersistentVolume> volumes = new HashMap<>();
  final Map<String, StorageClass> storageClasses = new LinkedHashMap<>();
  final Map<String, PriorityClass> priorityClasses = new LinkedHashMap<>();
  final Map<String, Integer> diskLimits = new HashMap<>();
  final Map<String, Integer> maxPods = new HashMap<>();
  final Map<String, SortedMap<String, String>> namespaces = new HashMap<>();
  final List<Place> foreign = new ArrayList<>();
  final SortedMap<String, Integer> passedOver = new TreeMap<>();
  final SortedMap<String, Integer> unsupported = new TreeMap<>();
  @Nullable SpotPolicy policy;
}
