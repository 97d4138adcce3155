package io.spotwright.scheduling.compile;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Pods alike for scheduling get one number: same specification and same workload. */
final class PodClasses {
  final List<PodSpec> specs = new ArrayList<>();
  final List<Workload> workloads = new ArrayList<>();

  private final Map<PodSpec, Integer> byIdentity = new IdentityHashMap<>();
  private final Map<PodSpec, Integer> bySpec = new HashMap<>();
  private final Map<Workload, Integer> byWorkload = new HashMap<>();
  private final Map<Long, Integer> classes = new HashMap<>();
  private int[] sizes = new int[16];

  int size() {
    return specs.size();
  }

  /** How many of the pods that were added are of class {@code c}. */
  int count(int c) {
    return sizes[c];
  }

  /** The class of {@code pod}, or {@code -1} when no such pod was added. */
  int find(Pod pod) {
    Integer spec = byIdentity.get(pod.spec());
    if (spec == null) {
      spec = bySpec.get(pod.spec());
    }
    Integer workload = byWorkload.get(pod.workload());
    if (spec == null || workload == null) {
      return -1;
    }
    return classes.getOrDefault((long) spec << 32 | workload, -1);
  }

  int add(Pod pod) {
    int spec =
        byIdentity.computeIfAbsent(
            pod.spec(), s -> bySpec.computeIfAbsent(s, unseen -> bySpec.size()));
    int workload = byWorkload.computeIfAbsent(pod.workload(), unseen -> byWorkload.size());
    Integer known = classes.putIfAbsent((long) spec << 32 | workload, specs.size());
    int c = known == null ? specs.size() : known;
    if (known == null) {
      specs.add(pod.spec());
      workloads.add(pod.workload());
      if (sizes.length < specs.size()) {
        sizes = Arrays.copyOf(sizes, sizes.length * 2);
      }
    }
    sizes[c]++;
    return c;
  }
}
