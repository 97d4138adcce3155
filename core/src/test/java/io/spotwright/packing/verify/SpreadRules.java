package io.spotwright.packing.verify;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.TopologySpread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hard spread rules. kube-scheduler checks the skew when a pod arrives and never again, so a plan
 * is right when an order of arrival exists in which every pod is let in; final counts outside of
 * the skew are only remarked on.
 */
final class SpreadRules {
  private final World world;
  private final List<String> remarks;
  private final List<String> violations = new ArrayList<>();

  SpreadRules(World world, List<String> remarks) {
    this.world = world;
    this.remarks = remarks;
  }

  List<String> check() {
    Map<SpreadGroup, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < world.specs.size(); i++) {
      PodSpec pod = world.specs.get(i);
      for (TopologySpread rule : SpreadGroup.hard(pod)) {
        groups.computeIfAbsent(SpreadGroup.of(world, pod, rule), group -> new ArrayList<>()).add(i);
      }
    }
    groups.forEach(this::check);
    return violations;
  }

  /**
   * Per domain: pods there before, with the rule, without it but counted, with it but not counted.
   */
  private static final class Domain {
    int before;
    int ruled;
    int free;
    int guests;
    int now;
  }

  private void check(SpreadGroup group, List<Integer> owners) {
    Map<String, Domain> domains = new TreeMap<>();
    group.domains().forEach(name -> domains.put(name, new Domain()));
    for (int i = 0; i < world.sites.size(); i++) {
      Site site = world.sites.get(i);
      Domain domain = domains.get(site.labels().getOrDefault(group.topologyKey(), ""));
      int ruled = World.count(world.added(i), owners::contains);
      if (domain == null || !group.eligible().get(i)) {
        if (ruled > 0) {
          violations.add(NodeRules.title(site) + ": no domain of " + title(group));
        }
        continue;
      }
      domain.before += World.count(world.bound(i), group.counted()::get);
      int counted = World.count(world.added(i), group.counted()::get);
      int both =
          World.count(world.added(i), spec -> group.counted().get(spec) && owners.contains(spec));
      domain.ruled += both;
      domain.free += counted - both;
      domain.guests += ruled - both;
    }
    judge(group, domains);
  }

  private void judge(SpreadGroup group, Map<String, Domain> domains) {
    if (domains.values().stream().allMatch(domain -> domain.ruled + domain.guests == 0)) {
      return;
    }
    int[] last = domains.values().stream().mapToInt(d -> d.before + d.ruled + d.free).toArray();
    int least = group.minimumIsZero() ? 0 : Arrays.stream(last).min().orElse(0);
    String title = title(group) + ": " + domains.keySet() + " get " + Arrays.toString(last);
    if (!orderExists(group, domains.values().toArray(Domain[]::new))) {
      violations.add(title + ", which no order of arrival explains");
    } else if (Arrays.stream(last).max().orElse(0) - least > group.maxSkew()) {
      remarks.add(title + ", outside of the skew at the end");
    }
  }

  /**
   * Pods with the rule arrive as soon as they may; the others only where they lift the minimum, as
   * their arrival elsewhere could not help anybody.
   */
  private static boolean orderExists(SpreadGroup group, Domain[] domains) {
    Arrays.stream(domains).forEach(domain -> domain.now = domain.before);
    while (true) {
      int least =
          group.minimumIsZero() ? 0 : Arrays.stream(domains).mapToInt(d -> d.now).min().orElse(0);
      boolean moved = false;
      for (Domain domain : domains) {
        int room = Math.max(0, least + group.maxSkew() - domain.now);
        int arriving = Math.min(room, domain.ruled);
        domain.now += arriving;
        domain.ruled -= arriving;
        moved |= arriving > 0;
        domain.guests = domain.now - arriving - least <= group.maxSkew() ? 0 : domain.guests;
      }
      if (Arrays.stream(domains).allMatch(d -> d.ruled == 0 && d.guests == 0)) {
        return true;
      }
      if (!moved && (group.minimumIsZero() || !lift(domains, least))) {
        return false;
      }
    }
  }

  private static boolean lift(Domain[] domains, int least) {
    for (Domain domain : domains) {
      if (domain.now == least && domain.free == 0) {
        return false;
      }
    }
    for (Domain domain : domains) {
      if (domain.now == least) {
        domain.now++;
        domain.free--;
      }
    }
    return true;
  }

  private static String title(SpreadGroup group) {
    return "spread by " + group.topologyKey() + " with skew " + group.maxSkew();
  }
}
