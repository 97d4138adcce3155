package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts pods that were left over into the room a better packing has made. */
final class Latecomers {
  private final Problem problem;
  private final double[] values;
  private final NodeRules.Tally tally;

  Latecomers(Problem problem, double[] values) {
    this.problem = problem;
    this.values = values;
    this.tally = problem.rules().tally();
  }

  /** The bins with as many of {@code left} as fit, which are taken off it. */
  List<Bin> join(List<Bin> bins, int[] left) {
    List<Bin> result = new ArrayList<>();
    for (Bin bin : bins) {
      Bin grown = bin;
      for (int g = 0; g < left.length; g++) {
        int joining = left[g] == 0 ? 0 : Math.min(left[g], room(grown, g));
        if (joining > 0) {
          grown = with(grown, g, joining);
          left[g] -= joining;
        }
      }
      result.add(grown);
    }
    return result;
  }

  private int room(Bin bin, int group) {
    Shape shape =
        bin.isExisting()
            ? problem.existing().get(bin.existing()).shape()
            : problem.shape(bin.shape());
    if (!shape.groups().get(group)) {
      return 0;
    }
    double[] request = problem.group(group).request();
    double room = Integer.MAX_VALUE;
    for (int d = 0; d < request.length; d++) {
      if (request[d] > 0) {
        room = Math.min(room, Math.floor((shape.capacity()[d] - bin.used()[d]) / request[d]));
      }
    }
    return room < 1 ? 0 : (int) Math.min(room, ruleRoom(bin, group));
  }

  private int ruleRoom(Bin bin, int group) {
    if (!problem.rules().concern(group)) {
      return Integer.MAX_VALUE;
    }
    if (bin.isExisting()) {
      tally.copyFrom(problem.existing().get(bin.existing()).tally());
    } else {
      tally.clear();
    }
    for (int e = 0; e < bin.groups().length; e++) {
      tally.add(bin.groups()[e], bin.counts()[e]);
    }
    return tally.room(group);
  }

  private Bin with(Bin bin, int group, int joining) {
    int entries = bin.groups().length;
    int at = 0;
    while (at < entries && bin.groups()[at] != group) {
      at++;
    }
    int[] groups = Arrays.copyOf(bin.groups(), Math.max(entries, at + 1));
    int[] counts = Arrays.copyOf(bin.counts(), groups.length);
    groups[at] = group;
    counts[at] += joining;
    double[] used = bin.used().clone();
    double[] request = problem.group(group).request();
    for (int d = 0; d < used.length; d++) {
      used[d] += joining * request[d];
    }
    return new Bin(bin.shape(), groups, counts, used, bin.value() + joining * values[group]);
  }
}
