package io.spotwright.packing.spread;

import io.spotwright.market.Offering;
import io.spotwright.model.SpotPolicy;
import io.spotwright.packing.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vCPU bought in each capped part of the market: capacity pools, and families within a zone.
 * The caps are shares of what the plan buys in all, so they move with it.
 */
final class ShareCaps {
  private final List<String> names = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private final int[] vcpus;
  private final int[][] partsOf;
  private final long[] used;
  private final long[] none;
  private long total;

  /** Every shape of the problem has one option. */
  ShareCaps(Problem problem, SpotPolicy policy) {
    int count = problem.shapes().size();
    vcpus = new int[count];
    partsOf = new int[count][];
    Map<String, Integer> ids = new HashMap<>();
    for (int s = 0; s < count; s++) {
      Offering offering = problem.shape(s).options().getFirst().offering();
      vcpus[s] = offering.size().vcpus();
      String family = "family " + offering.size().family() + " in zone " + offering.zone();
      int pool = part(ids, "capacity pool " + offering.pool(), policy.maxPoolShare());
      int familyZone = part(ids, family, policy.maxFamilyZoneShare());
      partsOf[s] = Arrays.stream(new int[] {pool, familyZone}).filter(p -> p >= 0).toArray();
    }
    used = new long[names.size()];
    none = new long[names.size()];
  }

  private int part(Map<String, Integer> ids, String name, @Nullable Double share) {
    if (share == null) {
      return -1;
    }
    Integer known = ids.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    shares.add(share);
    return names.size() - 1;
  }

  void clear() {
    System.arraycopy(none, 0, used, 0, used.length);
    total = 0;
  }

  /** {@code nodes} more of the shape, negative for fewer. */
  void add(int shape, int nodes) {
    long more = (long) nodes * vcpus[shape];
    total += more;
    for (int part : partsOf[shape]) {
      used[part] += more;
    }
  }

  long total() {
    return total;
  }

  /** vCPU above the caps, over all parts. */
  double excess() {
    double excess = 0;
    for (int part = 0; part < used.length; part++) {
      excess += Math.max(0, used[part] - shares.get(part) * total);
    }
    return excess;
  }

  /** How many vCPU above its caps one more node of the shape would bring a plan of that size. */
  double excessWith(int shape, long planned) {
    double excess = 0;
    for (int part : partsOf[shape]) {
      double cap = shares.get(part) * planned;
      double more = Math.max(0, used[part] + vcpus[shape] - cap) - Math.max(0, used[part] - cap);
      excess += more;
    }
    return excess;
  }

  boolean isOver(int shape) {
    for (int part : partsOf[shape]) {
      if (used[part] > shares.get(part) * total + 1e-6) {
        return true;
      }
    }
    return false;
  }

  /** The parts over their cap, the worst first. */
  List<String> remarks() {
    List<Integer> over = new ArrayList<>();
    for (int part = 0; part < used.length; part++) {
      if (used[part] > shares.get(part) * total + 1e-6) {
        over.add(part);
      }
    }
    over.sort((a, b) -> Long.compare(used[b], used[a]));
    List<String> remarks = new ArrayList<>();
    for (int part : over.subList(0, Math.min(3, over.size()))) {
      remarks.add(remark(part));
    }
    if (over.size() > remarks.size()) {
      remarks.add("and " + (over.size() - remarks.size()) + " more parts over the same cap");
    }
    return remarks;
  }

  private String remark(int part) {
    return String.format(
        Locale.ROOT,
        "%s has %.1f %% of the bought vCPU (%d of %d), over the cap of %.1f %%; no plan within it"
            + " was found: allow more VM sizes, families, zones or smaller nodes, or raise the cap",
        names.get(part),
        100.0 * used[part] / total,
        used[part],
        total,
        100 * shares.get(part));
  }
}
