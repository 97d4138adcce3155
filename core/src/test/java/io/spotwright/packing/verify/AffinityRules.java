package io.spotwright.packing.verify;

import io.spotwright.model.PodSpec;
import io.spotwright.model.constraint.PodAffinityTerm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Required anti-affinity between pods: whoever came first, neither may meet the other. */
final class AffinityRules {
  private final World world;
  private final List<String> violations = new ArrayList<>();

  AffinityRules(World world) {
    this.world = world;
  }

  List<String> check() {
    for (int owner = 0; owner < world.specs.size(); owner++) {
      for (PodAffinityTerm term : world.specs.get(owner).requiredAntiAffinity()) {
        checkApart(owner, term);
      }
    }
    return violations;
  }

  static BitSet matching(World world, PodSpec owner, PodAffinityTerm term) {
    BitSet matching = new BitSet();
    for (int i = 0; i < world.specs.size(); i++) {
      matching.set(
          i,
          Matching.affinity(
              owner, term, world.specs.get(i), world.request.observation().namespaceLabels()));
    }
    return matching;
  }

  private void checkApart(int owner, PodAffinityTerm term) {
    BitSet foes = matching(world, world.specs.get(owner), term);
    Map<String, Integer> added = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < world.sites.size(); i++) {
      String domain = world.sites.get(i).labels().get(term.topologyKey());
      if (domain != null) {
        int here = World.count(world.added(i), foes::get);
        added.merge(domain, here, Integer::sum);
        all.merge(domain, here + World.count(world.bound(i), foes::get), Integer::sum);
      }
    }
    int self = foes.get(owner) ? 1 : 0;
    for (int i = 0; i < world.sites.size(); i++) {
      String domain = world.sites.get(i).labels().get(term.topologyKey());
      // Pods that met before the plan are not its doing.
      boolean newcomer = world.added(i).containsKey(owner) && all.getOrDefault(domain, 0) > self;
      boolean visited = world.bound(i).containsKey(owner) && added.getOrDefault(domain, 0) > 0;
      if (domain != null && (newcomer || visited)) {
        violations.add(
            NodeRules.title(world.sites.get(i))
                + ": anti-affinity "
                + term
                + " meets in "
                + domain);
      }
    }
  }
}
