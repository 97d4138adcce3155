package io.spotwright.packing.topology;

import io.spotwright.model.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Domains were given out as if every pod found a node. Where limits left some over, others may have
 * to be left too, or no order of arrival would let them in: those beyond the skew of their spread,
 * and those whose partner is missing.
 */
public final class Settlement {
  /** Where pods are, by labels; {@code pods} is shortened when they have to go. */
  public record Place(SortedMap<String, String> labels, List<Pod> pods) {}

  /** Domains a class could use. */
  interface Eligible {
    Set<String> domains(PodClass podClass, DomainRule rule);
  }

  private final List<PodClass> classes;
  private final Collection<DomainRule> rules;
  private final Eligible eligible;

  Settlement(List<PodClass> classes, DomainRules rules, Eligible eligible) {
    this.classes = classes;
    this.rules = rules.all();
    this.eligible = eligible;
  }

  /** Takes pods off until every rule holds; returns how many went, by pod. */
  public List<Pod> settle(List<Place> places) {
    List<Pod> gone = new ArrayList<>();
    if (rules.isEmpty()) {
      return gone;
    }
    Map<Pod, PodClass> classOf = new IdentityHashMap<>();
    classes.forEach(each -> each.pods().forEach(pod -> classOf.put(pod, each)));
    count(places, classOf);
    boolean again = true;
    while (again) {
      again = false;
      for (Place place : places) {
        for (int p = place.pods.size() - 1; p >= 0; p--) {
          PodClass podClass = classOf.get(place.pods.get(p));
          if (podClass != null && isOut(podClass, place)) {
            gone.addAll(take(place, podClass, p, classOf));
            again = true;
            p = Math.min(p, place.pods.size());
          }
        }
      }
    }
    return gone;
  }

  private void count(List<Place> places, Map<Pod, PodClass> classOf) {
    rules.forEach(DomainRule::forget);
    for (Place place : places) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (Pod pod : place.pods) {
        PodClass podClass = classOf.get(pod);
        if (podClass != null) {
          counts.merge(podClass.id(), 1, Integer::sum);
        }
      }
      for (DomainRule rule : rules) {
        String domain = place.labels.getOrDefault(rule.key, "");
        counts.forEach((id, pods) -> rule.count(id, domain, pods));
      }
    }
  }

  private boolean isOut(PodClass podClass, Place place) {
    for (DomainRule rule : rules) {
      if (rule.owners.contains(podClass.id())) {
        String domain = place.labels.getOrDefault(rule.key, "");
        if (!rule.stands(podClass.id(), domain, eligible.domains(podClass, rule))) {
          return true;
        }
      }
    }
    return false;
  }

  /** One pod, or all that are packed with it. */
  private List<Pod> take(Place place, PodClass podClass, int p, Map<Pod, PodClass> classOf) {
    List<Pod> taken = new ArrayList<>();
    if (podClass.isWhole()) {
      place.pods.stream().filter(pod -> classOf.get(pod) == podClass).forEach(taken::add);
      place.pods.removeIf(pod -> classOf.get(pod) == podClass);
    } else {
      taken.add(place.pods.remove(p));
    }
    for (DomainRule rule : rules) {
      rule.count(podClass.id(), place.labels.getOrDefault(rule.key, ""), -taken.size());
    }
    return taken;
  }
}
