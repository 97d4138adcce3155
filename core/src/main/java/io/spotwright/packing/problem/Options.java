package io.spotwright.packing.problem;

import io.spotwright.market.Offering;
import io.spotwright.model.DaemonSet;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.Requirement;
import io.spotwright.model.constraint.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Every way to buy a node: offerings times the NodePools that allow them. A NodePool's maxPods can
 * only lower the pods of a node: what a size has for pods was worked out for the catalogue's
 * number, and more pods would need more memory reserved than was subtracted.
 */
public final class Options {
  private Options() {}

  public static List<Option> of(Observation observation, List<Offering> offerings) {
    List<Option> options = new ArrayList<>();
    for (Offering offering : offerings) {
      if (observation.nodePools().isEmpty()) {
        options.add(option(offering, null, observation.daemonSets()));
      }
      for (NodePool pool : observation.nodePools()) {
        Option option = option(offering, pool, observation.daemonSets());
        if (meets(option.labels(), pool.requirements())) {
          options.add(option);
        }
      }
    }
    return options;
  }

  private static boolean meets(SortedMap<String, String> labels, List<Requirement> requirements) {
    return requirements.stream().allMatch(each -> each.matches(labels.get(each.key())));
  }

  private static Option option(
      Offering offering, @Nullable NodePool pool, List<DaemonSet> daemonSets) {
    SortedMap<String, String> labels = Option.labelsOf(offering, pool);
    List<Taint> taints = pool == null ? List.of() : pool.taints();
    Resources room = offering.size().allocatable();
    if (pool != null && pool.maxPods() != null) {
      room = room.with(Resources.PODS, Math.min(room.get(Resources.PODS), pool.maxPods()));
    }
    List<DaemonSet> running = new ArrayList<>();
    for (DaemonSet daemon : daemonSets) {
      boolean runs = NodeFit.conflict(daemon.spec(), labels, taints, "") == null;
      // A daemon pod that cannot fit stays pending and takes nothing.
      if (runs && daemon.spec().requests().fitsIn(room)) {
        room = room.minus(daemon.spec().requests());
        running.add(daemon);
      }
    }
    return new Option(offering, pool, labels, taints, room, List.copyOf(running));
  }
}
