package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.kubernetes.manifest.workload.Controller;
import io.spotwright.kubernetes.manifest.workload.Scale;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the pods that controllers would make, beyond those that exist already. Labels that
 * controllers add to each pod (its ordinal, a template hash) are not invented: pods of a template
 * stay alike.
 */
final class Controllers {
  private final Inventory inventory;
  private final Owners owners;
  private final PodSpecs specs;
  private final LivePods live;
  private final Map<ObjectKey, Scale> scales;
  private final Diagnostics diagnostics;
  private final Set<String> prefixes = new HashSet<>();
  private final List<DaemonSet> daemonSets = new ArrayList<>();
  private int uncounted;

  Controllers(
      Inventory inventory,
      Owners owners,
      PodSpecs specs,
      LivePods live,
      Map<ObjectKey, Scale> scales,
      Diagnostics diagnostics) {
    this.inventory = inventory;
    this.owners = owners;
    this.specs = specs;
    this.live = live;
    this.scales = scales;
    this.diagnostics = diagnostics;
  }

  List<DaemonSet> daemonSets() {
    return daemonSets;
  }

  /** Adds to {@code pods}, which must not grow beyond {@code most}. */
  void expand(Replicas replicas, List<Pod> pods, int most) {
    List<Controller> topmost = new ArrayList<>();
    for (Controller controller : inventory.controllers) {
      if (owners.chain(controller.header()).isEmpty()) {
        topmost.add(controller);
      } else {
        expand(controller, replicas, pods, most);
      }
    }
    topmost.forEach(controller -> expand(controller, replicas, pods, most));
  }

  private void expand(Controller controller, Replicas replicas, List<Pod> pods, int most) {
    Header header = controller.header();
    List<ObjectKey> chain = owners.chain(header);
    Workload workload = Owners.workload(header, chain);
    if (header.key().kind().equals("DaemonSet")) {
      daemonSets.add(
          new DaemonSet(workload, specs.of(controller.template(), List.of(), header.key().name())));
      return;
    }
    if (madeByDeployment(header) || header.terminating()) {
      return;
    }
    long wanted = replicas.pods(controller, scales.get(header.key())) - live.of(header.key());
    if (wanted > most - pods.size()) {
      diagnostics.problem(
          header.place(),
          header.key() + " wants " + wanted + " pods, the input then has more than " + most,
          "correct the number of replicas, or plan in parts");
      return;
    }
    if (wanted == 0 && replicas != Replicas.MAX && isScaled(controller)) {
      uncounted++;
    }
    if (wanted > 0) {
      live.count(chain, (int) wanted);
      make(controller, workload, (int) wanted, pods);
    }
  }

  private boolean isScaled(Controller controller) {
    Scale scale =
        controller.scale() == null ? scales.get(controller.header().key()) : controller.scale();
    return scale != null && scale.highest() > 0;
  }

  /** Says what stands at zero now and would not always. */
  void noteUncounted() {
    if (uncounted > 0) {
      diagnostics.note(
          (uncounted == 1
                  ? "1 autoscaled workload or CronJob counts"
                  : uncounted + " autoscaled workloads or CronJobs count")
              + " no pods; --replicas max counts at the highest");
    }
  }

  private boolean madeByDeployment(Header header) {
    return header.key().kind().equals("ReplicaSet")
        && header.owner() != null
        && inventory.headers.containsKey(header.owner());
  }

  private void make(Controller controller, Workload workload, int count, List<Pod> pods) {
    String namespace = controller.header().key().namespace();
    String prefix = prefix(controller.header().key());
    boolean single = controller.claims().isEmpty();
    PodSpec spec = null;
    int made = 0;
    for (int ordinal = controller.firstOrdinal(); made < count; ordinal++) {
      String name = prefix + "-" + ordinal;
      if (!live.isTaken(namespace + "/" + name)) {
        if (spec == null || !single) {
          String claimant = controller.header().key().name() + "-" + ordinal;
          spec = specs.of(controller.template(), controller.claims(), claimant);
        }
        pods.add(new Pod(name, spec, workload));
        made++;
      }
    }
  }

  /** A Deployment and a StatefulSet may share a name; their pods must not. */
  private String prefix(ObjectKey key) {
    String prefix = key.name();
    while (!prefixes.add(key.namespace() + "/" + prefix)) {
      prefix = prefix + "-" + key.kind().toLowerCase(Locale.ROOT);
    }
    return prefix;
  }
}
