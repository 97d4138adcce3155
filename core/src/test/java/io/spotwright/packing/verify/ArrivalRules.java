package io.spotwright.packing.verify;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Required affinity between pods: an order of arrival must exist in which each pod finds its
 * partners, or is the first of a group that may start one itself.
 */
final class ArrivalRules {
  /** Pods of one template on one node; when one of them may arrive, all may. */
  private record Cell(int site, int spec) {}

  private final World world;
  private final Map<Integer, BitSet> partners = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> met = new HashMap<>();

  ArrivalRules(World world) {
    this.world = world;
    for (int i = 0; i < world.specs.size(); i++) {
      List<PodAffinityTerm> terms = world.specs.get(i).requiredAffinity();
      if (!terms.isEmpty()) {
        partners.put(i, partners(world.specs.get(i), terms));
      }
    }
  }

  /** Only a pod that every term speaks of counts, as kube-scheduler has it. */
  private BitSet partners(PodSpec owner, List<PodAffinityTerm> terms) {
    BitSet all = new BitSet();
    all.set(0, world.specs.size());
    terms.forEach(term -> all.and(AffinityRules.matching(world, owner, term)));
    return all;
  }

  List<String> check() {
    Deque<Cell> founders = new ArrayDeque<>();
    while (true) {
      List<Cell> stuck = simulate(founders);
      if (stuck.isEmpty()) {
        return List.of();
      }
      Cell founder = newFounder(stuck, founders);
      if (founder == null) {
        return stuck.stream().map(this::title).toList();
      }
      founders.add(founder);
    }
  }

  /** A group that others join later may have to start before them: try it as one of the first. */
  private @Nullable Cell newFounder(List<Cell> stuck, Deque<Cell> founders) {
    for (Cell cell : stuck) {
      BitSet group = partners.getOrDefault(cell.spec, new BitSet());
      boolean taken = founders.stream().anyMatch(f -> group.equals(partners.get(f.spec)));
      if (group.get(cell.spec) && !taken) {
        return cell;
      }
    }
    return null;
  }

  private List<Cell> simulate(Deque<Cell> founders) {
    met.clear();
    List<Cell> waiting = new ArrayList<>();
    List<Cell> free = new ArrayList<>();
    for (int site = 0; site < world.sites.size(); site++) {
      for (int spec : world.bound(site).keySet()) {
        arrive(new Cell(site, spec));
      }
      for (int spec : world.added(site).keySet()) {
        (partners.containsKey(spec) ? waiting : free).add(new Cell(site, spec));
      }
    }
    for (Cell founder : founders) {
      if (isFirst(founder) || hasPartners(founder)) {
        arrive(founder);
        waiting.remove(founder);
      }
    }
    free.forEach(this::arrive);
    while (admitAll(waiting) || admitFirst(waiting)) {}
    return waiting;
  }

  private boolean admitAll(List<Cell> waiting) {
    return waiting.removeIf(cell -> {
      boolean may = hasPartners(cell);
      if (may) {
        arrive(cell);
      }
      return may;
    });
  }

  private boolean admitFirst(List<Cell> waiting) {
    for (Cell cell : waiting) {
      if (isFirst(cell)) {
        arrive(cell);
        waiting.remove(cell);
        return true;
      }
    }
    return false;
  }

  private void arrive(Cell cell) {
    partners.forEach((owner, group) -> {
      if (group.get(cell.spec)) {
        for (PodAffinityTerm term : world.specs.get(owner).requiredAffinity()) {
          String domain = domain(cell, term);
          if (domain != null) {
            met.computeIfAbsent(owner, o -> new HashMap<>()).merge(domain, 1, Integer::sum);
          }
        }
      }
    });
  }

  private @Nullable String domain(Cell cell, PodAffinityTerm term) {
    String value = world.sites.get(cell.site).labels().get(term.topologyKey());
    return value == null ? null : term.topologyKey() + "=" + value;
  }

  private boolean hasPartners(Cell cell) {
    Map<String, Integer> known = met.getOrDefault(cell.spec, Map.of());
    return world.specs.get(cell.spec).requiredAffinity().stream()
        .map(term -> domain(cell, term))
        .allMatch(domain -> domain != null && known.getOrDefault(domain, 0) > 0);
  }

  private boolean isFirst(Cell cell) {
    return !met.containsKey(cell.spec)
        && partners.getOrDefault(cell.spec, new BitSet()).get(cell.spec)
        && world.specs.get(cell.spec).requiredAffinity().stream()
            .allMatch(term -> domain(cell, term) != null);
  }

  private String title(Cell cell) {
    return NodeRules.title(world.sites.get(cell.site))
        + ": no order of arrival lets in "
        + world.specs.get(cell.spec).labels()
        + " with affinity "
        + world.specs.get(cell.spec).requiredAffinity();
  }
}
