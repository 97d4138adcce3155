package io.spotwright.packing.binding;

import io.spotwright.model.Node;
import io.spotwright.model.Observation;
import io.spotwright.model.Pod;
import io.spotwright.packing.problem.Option;
import io.spotwright.scheduling.ReplayPods;
import io.spotwright.scheduling.ReplayResult;
import io.spotwright.scheduling.SchedulerReplay;
import io.spotwright.scheduling.SchedulingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/** Tries what kube-scheduler, left alone, makes of the pods and some nodes, in several orders. */
final class Trials {
  private final List<Pod> pods;
  private final List<Node> existing;
  private final NodeViews views;
  private final ReplayPods replayPods;
  private final Orders orders;
  private final ToDoubleFunction<Pod> worthOf;

  /** The order that refused last: most likely to refuse again, so it is asked first. */
  private int strictest;

  /** Replays of one pod each since the start: the work done, for budgets without a clock. */
  private long work;

  /**
   * @param pending of the order that left most behind at the first attempt
   * @param placement per pod the index of its node (existing nodes first), -1 when pending; of the
   *     first order
   * @param leastBound pods bound at the first attempt, the least over all orders
   * @param shortage what nodes for the pending pods would cost, worst order and average, per hour
   */
  record Trial(List<Pod> pending, int[] placement, int leastBound, double shortage) {
    boolean holds() {
      return pending.isEmpty();
    }
  }

  Trials(
      Observation observation,
      List<Pod> pods,
      long seed,
      boolean hurried,
      ToDoubleFunction<Pod> worthOf) {
    this.worthOf = worthOf;
    this.pods = pods;
    this.existing = observation.nodes();
    this.views = new NodeViews(observation.daemonSets());
    this.replayPods = ReplayPods.of(pods, views.bound(existing), observation.namespaceLabels());
    this.orders = Orders.of(pods, seed, hurried);
  }

  long work() {
    return work;
  }

  /** Tries all orders, two at a time. */
  Trial all(List<Option> options) {
    List<SchedulingNode> nodes = nodes(options);
    ReplayResult[] results = new ReplayResult[orders.count()];
    List<CompletableFuture<Void>> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int first = half;
      halves.add(
          CompletableFuture.runAsync(() -> {
            SchedulerReplay replay = SchedulerReplay.of(nodes, replayPods);
            for (int o = first; o < results.length; o += 2) {
              results[o] = replay.run(orders.arrivals().get(o), orders.seeds().get(o));
            }
          }));
    }
    halves.forEach(CompletableFuture::join);
    work += (long) orders.count() * pods.size();
    return judge(results);
  }

  /** Tries the order that refused last, and all of them once that one is content. */
  Trial strictestFirst(List<Option> options) {
    work += pods.size();
    SchedulerReplay replay = SchedulerReplay.of(nodes(options), replayPods);
    ReplayResult result =
        replay.run(orders.arrivals().get(strictest), orders.seeds().get(strictest));
    List<Pod> pending = pending(result);
    if (pending.isEmpty()) {
      return all(options);
    }
    return new Trial(pending, result.node(), result.boundAtFirstAttempt(), 2 * worth(pending));
  }

  private Trial judge(ReplayResult[] results) {
    int leastBound = pods.size();
    List<Pod> worst = List.of();
    for (int o = 0; o < results.length; o++) {
      leastBound = Math.min(leastBound, results[o].boundAtFirstAttempt());
      List<Pod> pending = pending(results[o]);
      if (weight(pending) > weight(worst)) {
        worst = pending;
        strictest = o;
      }
    }
    double sum = 0;
    for (ReplayResult result : results) {
      sum += worth(pending(result));
    }
    return new Trial(worst, results[0].node(), leastBound, worth(worst) + sum / results.length);
  }

  private List<Pod> pending(ReplayResult result) {
    List<Pod> pending = new ArrayList<>();
    for (int i = 0; i < pods.size(); i++) {
      if (result.node()[i] < 0) {
        pending.add(pods.get(i));
      }
    }
    return pending;
  }

  /** Whether all pods bind at the first attempt in every order; ends at the first that refuses. */
  boolean hold(List<Option> options) {
    SchedulerReplay replay = SchedulerReplay.of(nodes(options), replayPods);
    int first = strictest;
    for (int i = 0; i < orders.count(); i++) {
      int o = (first + i) % orders.count();
      work += pods.size();
      int bound = replay.run(orders.arrivals().get(o), orders.seeds().get(o)).boundAtFirstAttempt();
      if (bound < pods.size()) {
        strictest = o;
        return false;
      }
    }
    return true;
  }

  private List<SchedulingNode> nodes(List<Option> options) {
    List<SchedulingNode> nodes = new ArrayList<>();
    existing.forEach(node -> nodes.add(views.existing(node)));
    for (int i = 0; i < options.size(); i++) {
      nodes.add(views.bought("new-" + (i + 1), options.get(i)));
    }
    return nodes;
  }

  private double worth(List<Pod> pending) {
    return pending.stream().mapToDouble(worthOf).sum();
  }

  private static double weight(List<Pod> pods) {
    double weight = 0;
    for (Pod pod : pods) {
      weight += pod.spec().requests().cpu() + pod.spec().requests().memory() / 4e6 + 1;
    }
    return weight;
  }
}
