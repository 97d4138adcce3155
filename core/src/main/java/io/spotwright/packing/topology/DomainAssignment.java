package io.spotwright.packing.topology;

import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import io.spotwright.packing.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives every pod that a rule over domains concerns its cell, before nodes are packed: pods of one
 * spread land evenly, pods that must be together land in one domain, pods that exclude each other
 * in different ones. Among cells the rules leave equal, the one with the least load is taken, so
 * that the nodes of every cell fill up alike.
 */
public final class DomainAssignment {
  /** Pods of one class bound for one cell. */
  public record Piece(PodClass podClass, int cell, List<Pod> pods) {}

  /** Pods no cell would take, and the rule that said no. */
  public record Stranded(List<Pod> pods, Reason.Kind kind, String detail) {}

  private final List<PodClass> classes;
  private final DomainRules rules;
  private final List<BitSet> seenCells;
  private final Cells cells;
  private final List<List<DomainRule>> rulesOf = new ArrayList<>();
  private final List<BitSet> allowedCells;
  private final List<BitSet> onDemandCells;
  private final double[][] priceOf;
  private final FreeRoom room;
  private final List<@Nullable BitSet> anyCandidates = new ArrayList<>();
  private final List<@Nullable BitSet> onDemandCandidates = new ArrayList<>();
  private final BitSet tied = new BitSet();
  private final double[] load;
  private final Map<Long, List<Pod>> assigned = new HashMap<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Stranded> stranded = new ArrayList<>();

  /**
   * Where each class may go, per class id; the second for pods that must be on on-demand nodes.
   *
   * @param seenCells per class cells whose existing nodes count for its spread although it may not
   *     use them
   * @param priceOf per class and cell the least a pod would cost there
   * @param room of existing nodes, used up while pods are assigned
   */
  public DomainAssignment(
      List<PodClass> classes,
      Cells cells,
      DomainRules rules,
      List<BitSet> allowedCells,
      List<BitSet> onDemandCells,
      List<BitSet> seenCells,
      double[][] priceOf,
      FreeRoom room,
      OnDemandShare share) {
    this.classes = classes;
    this.rules = rules;
    this.seenCells = seenCells;
    this.cells = cells;
    this.allowedCells = allowedCells;
    this.onDemandCells = onDemandCells;
    this.priceOf = priceOf;
    this.room = room;
    classes.forEach(each -> anyCandidates.add(null));
    classes.forEach(each -> onDemandCandidates.add(null));
    this.load = new double[cells.count()];
    for (PodClass each : classes) {
      rulesOf.add(
          rules.all().stream()
              .filter(rule -> rule.owners.contains(each.id()) || rule.members.contains(each.id()))
              .toList());
    }
    assignAll(classes, share);
  }

  /** Whether the pods of the class were given cells. */
  public boolean ties(PodClass podClass) {
    return tied.get(podClass.id());
  }

  /** Of the same rules, for plans that do not hold every pod. */
  public Settlement settlement() {
    return new Settlement(classes, rules, this::eligible);
  }

  public List<Piece> pieces() {
    return pieces;
  }

  public List<Stranded> stranded() {
    return stranded;
  }

  private void assignAll(List<PodClass> classes, OnDemandShare share) {
    List<PodClass> waiting = new ArrayList<>();
    for (PodClass each : classes) {
      if (rulesOf.get(each.id()).isEmpty() && !share.concerns(each)) {
        pieces.add(new Piece(each, Cells.ANY, each.pods()));
      } else {
        waiting.add(each);
        tied.set(each.id());
      }
    }
    waiting.sort(
        Comparator.<PodClass>comparingInt(this::urgency)
            .thenComparingInt(each -> allowedCells.get(each.id()).cardinality())
            .thenComparingInt(each -> -each.pods().size())
            .thenComparingInt(PodClass::id));
    List<Deque<Pod>> left = new ArrayList<>();
    for (PodClass each : waiting) {
      left.add(new ArrayDeque<>(share.onDemandFirst(each)));
    }
    boolean progress = true;
    while (progress) {
      progress = false;
      for (int i = 0; i < waiting.size(); i++) {
        progress |= assign(waiting.get(i), left.get(i), share);
      }
    }
    for (int i = 0; i < waiting.size(); i++) {
      collect(waiting.get(i), List.copyOf(left.get(i)));
    }
  }

  /** Those that shut others out go first, those that follow others last. */
  private int urgency(PodClass podClass) {
    int urgency = 2;
    for (DomainRule rule : rulesOf.get(podClass.id())) {
      boolean owner = rule.owners.contains(podClass.id());
      if (owner && rule.kind == DomainRule.Kind.APART) {
        return 0;
      }
      if (owner && rule.kind == DomainRule.Kind.TOGETHER) {
        urgency = rule.members.contains(podClass.id()) ? Math.min(urgency, 1) : 3;
      }
    }
    return urgency;
  }

  private boolean assign(PodClass podClass, Deque<Pod> pods, OnDemandShare share) {
    boolean progress = false;
    Resources request = podClass.request();
    double weight = request.cpu() + request.memory() / 4e6;
    int unit = podClass.unit();
    while (pods.size() >= unit && !pods.isEmpty()) {
      int cell = choose(podClass, share.mustBeOnDemand(pods.getFirst()));
      if (cell < 0) {
        break;
      }
      for (DomainRule rule : rulesOf.get(podClass.id())) {
        rule.count(podClass.id(), cells.value(cell, rule.key), unit);
      }
      room.take(podClass.id(), cell);
      load[cell] += weight;
      List<Pod> here = assigned.computeIfAbsent(key(podClass.id(), cell), id -> new ArrayList<>());
      for (int i = 0; i < unit; i++) {
        here.add(pods.removeFirst());
      }
      progress = true;
    }
    return progress;
  }

  private int choose(PodClass podClass, boolean onDemand) {
    int best = -1;
    Score bestScore = null;
    BitSet candidates = candidates(podClass, onDemand);
    for (int cell = candidates.nextSetBit(0); cell >= 0; cell = candidates.nextSetBit(cell + 1)) {
      Score score = score(podClass, cell);
      if (score != null && (bestScore == null || score.isBetter(bestScore))) {
        bestScore = score;
        best = cell;
      }
    }
    return best;
  }

  /** Fewer matching pods first, then the lower price, then the lesser load. */
  private record Score(long crowd, double price, double load) {
    boolean isBetter(Score other) {
      if (crowd != other.crowd) {
        return crowd < other.crowd;
      }
      if (Math.abs(price - other.price) > 1e-9 * Math.max(price, other.price)) {
        return price < other.price;
      }
      return load < other.load;
    }
  }

  /** {@code null} where a rule forbids the cell. */
  private @Nullable Score score(PodClass podClass, int cell) {
    long crowd = 0;
    int id = podClass.id();
    for (DomainRule rule : rulesOf.get(id)) {
      String domain = cells.value(cell, rule.key);
      if (!rule.allows(id, domain, eligible(podClass, rule), podClass.unit())) {
        return null;
      }
      if (rule.kind == DomainRule.Kind.SPREAD && rule.members.contains(id)) {
        crowd += rule.matching.getOrDefault(domain, 0);
      }
    }
    double price = room.holds(id, cell) ? 0 : priceOf[id][cell];
    return new Score(crowd, price, load[cell]);
  }

  private BitSet candidates(PodClass podClass, boolean onDemand) {
    List<@Nullable BitSet> known = onDemand ? onDemandCandidates : anyCandidates;
    BitSet candidates = known.get(podClass.id());
    if (candidates == null) {
      candidates = joint(podClass, (onDemand ? onDemandCells : allowedCells).get(podClass.id()));
      known.set(podClass.id(), candidates);
    }
    return candidates;
  }

  /** Where all that must be together may go, if there is such a cell. */
  private BitSet joint(PodClass podClass, BitSet cells) {
    BitSet candidates = cells;
    for (DomainRule rule : rulesOf.get(podClass.id())) {
      if (rule.kind == DomainRule.Kind.TOGETHER && rule.owners.contains(podClass.id())) {
        BitSet joint = (BitSet) candidates.clone();
        for (int owner : rule.owners) {
          joint.and(allowedCells.get(owner));
        }
        if (!joint.isEmpty()) {
          candidates = joint;
        }
      }
    }
    return candidates;
  }

  private record Reach(int podClass, String key) {}

  private final Map<Reach, Set<String>> eligibleDomains = new HashMap<>();

  /** Domains in which the owner could find a node at all: node affinity is honoured. */
  private Set<String> eligible(PodClass podClass, DomainRule rule) {
    return eligibleDomains.computeIfAbsent(
        new Reach(podClass.id(), rule.key),
        id -> {
          Set<String> domains = new TreeSet<>();
          BitSet allowed = allowedCells.get(podClass.id());
          for (int c = allowed.nextSetBit(0); c >= 0; c = allowed.nextSetBit(c + 1)) {
            domains.add(cells.value(c, rule.key));
          }
          seenCells.get(podClass.id()).stream()
              .forEach(cell -> domains.add(cells.value(cell, rule.key)));
          domains.remove("");
          return domains;
        });
  }

  private void collect(PodClass podClass, List<Pod> left) {
    for (int cell = 0; cell < cells.count(); cell++) {
      List<Pod> pods = assigned.get(key(podClass.id(), cell));
      if (pods != null) {
        pieces.add(new Piece(podClass, cell, pods));
      }
    }
    if (!left.isEmpty()) {
      stranded.add(reasonFor(podClass, left));
    }
  }

  private Stranded reasonFor(PodClass podClass, List<Pod> left) {
    if (allowedCells.get(podClass.id()).isEmpty()) {
      return new Stranded(left, Reason.Kind.NODE_SELECTOR, "no node that may be bought fits");
    }
    for (DomainRule rule : rulesOf.get(podClass.id())) {
      boolean blocked =
          Arrays.stream(candidates(podClass, false).stream().toArray())
              .allMatch(cell ->
                  !rule.allows(
                      podClass.id(),
                      cells.value(cell, rule.key),
                      eligible(podClass, rule),
                      podClass.unit()));
      if (blocked) {
        return new Stranded(left, kind(rule), detail(rule));
      }
    }
    return new Stranded(
        left, Reason.Kind.TOPOLOGY_SPREAD, "no domain satisfies all topology rules at once");
  }

  private static Reason.Kind kind(DomainRule rule) {
    return switch (rule.kind) {
      case SPREAD -> Reason.Kind.TOPOLOGY_SPREAD;
      case TOGETHER -> Reason.Kind.POD_AFFINITY;
      case APART -> Reason.Kind.POD_ANTI_AFFINITY;
    };
  }

  private static String detail(DomainRule rule) {
    return switch (rule.kind) {
      case SPREAD -> "spread over " + rule.key + " leaves no domain within maxSkew " + rule.maxSkew;
      case TOGETHER -> "no " + rule.key + " holds a pod its affinity asks for";
      case APART -> "every " + rule.key + " already holds a pod its anti-affinity excludes";
    };
  }

  private static long key(int podClass, int cell) {
    return (long) podClass << 32 | cell;
  }
}
