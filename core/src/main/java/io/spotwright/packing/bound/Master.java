package io.spotwright.packing.bound;

import io.spotwright.packing.bound.ColumnGeneration.Pattern;
import io.spotwright.packing.bound.Relaxation.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The linear program over fills of nodes: every item's pods are covered, existing nodes are used
 * once each. Rows are the items, then the kinds of existing nodes.
 */
final class Master {
  private record Fill(int container, List<Integer> pods) {}

  private final Relaxation relaxation;
  private final CoveringProgram program;
  private final int[] rowOf;
  private final List<int[]> fills = new ArrayList<>();
  private final List<Integer> containerOf = new ArrayList<>();
  private final Set<Fill> known = new HashSet<>();

  Master(Relaxation relaxation) {
    this.relaxation = relaxation;
    List<Container> containers = relaxation.containers();
    rowOf = new int[containers.size()];
    int rows = relaxation.items();
    for (int c = 0; c < rowOf.length; c++) {
      rowOf[c] = containers.get(c).isExisting() ? rows++ : -1;
    }
    double[] demand = Arrays.copyOf(relaxation.demand(), rows);
    double[] artificial = new double[rows];
    Arrays.fill(artificial, 1);
    for (int c = 0; c < rowOf.length; c++) {
      if (rowOf[c] >= 0) {
        demand[rowOf[c]] = -containers.get(c).available();
      }
    }
    int[] cheapest = new int[relaxation.items()];
    for (int i = 0; i < cheapest.length; i++) {
      cheapest[i] = cheapest(i);
      Container container = containers.get(cheapest[i]);
      artificial[i] = 4 * container.price() / container.most()[i];
    }
    program = new CoveringProgram(demand, artificial);
    for (int i = 0; i < cheapest.length; i++) {
      int[] pods = new int[cheapest.length];
      pods[i] = containers.get(cheapest[i]).most()[i];
      add(cheapest[i], pods);
    }
    program.solve(4 * rows);
  }

  /** The container that holds the item alone at the least price per pod. */
  private int cheapest(int item) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < relaxation.containers().size(); c++) {
      Container container = relaxation.containers().get(c);
      double price = container.price() / container.most()[item];
      if (!container.isExisting() && container.most()[item] > 0 && price < least) {
        least = price;
        best = c;
      }
    }
    return best;
  }

  private boolean add(int container, int[] pods) {
    if (!known.add(new Fill(container, Arrays.stream(pods).boxed().toList()))) {
      return false;
    }
    int used = (int) Arrays.stream(pods).filter(count -> count > 0).count();
    boolean existing = rowOf[container] >= 0;
    int[] rows = new int[used + (existing ? 1 : 0)];
    double[] amounts = new double[rows.length];
    int at = 0;
    for (int i = 0; i < pods.length; i++) {
      if (pods[i] > 0) {
        rows[at] = i;
        amounts[at++] = pods[i];
      }
    }
    if (existing) {
      rows[at] = rowOf[container];
      amounts[at] = -1;
    }
    program.add(rows, amounts, relaxation.containers().get(container).price());
    fills.add(pods);
    containerOf.add(container);
    return true;
  }

  /** Adds the fills found that would lower the price; returns how many. */
  int add(Pricing pricing) {
    double[] duals = program.duals();
    int added = 0;
    for (int c = 0; c < relaxation.containers().size(); c++) {
      if (pricing.best(c) <= 0) {
        continue;
      }
      Container container = relaxation.containers().get(c);
      int[] pods = pricing.fill(c);
      double reduced = container.price() + (rowOf[c] < 0 ? 0 : duals[rowOf[c]]);
      for (int i = 0; i < pods.length; i++) {
        reduced -= duals[i] * pods[i];
      }
      if (reduced < -1e-7 * container.scale() && add(c, pods)) {
        added++;
      }
    }
    return added;
  }

  void solve(int pivots) {
    program.solve(pivots);
  }

  /** Per item; kinds of existing nodes follow. */
  double[] duals() {
    return program.duals();
  }

  double price() {
    return program.objective();
  }

  /** Items are handed out to their groups in turn. */
  List<Pattern> patterns(int[] counts) {
    double[] left = Arrays.stream(counts).asDoubleStream().toArray();
    double[] solution = program.solution();
    List<Pattern> patterns = new ArrayList<>();
    for (int f = 0; f < fills.size(); f++) {
      Container container = relaxation.containers().get(containerOf.get(f));
      if (solution[f] > 1e-9 && !container.isExisting()) {
        patterns.add(pattern(fills.get(f), container.shape(), solution[f], left));
      }
    }
    return patterns;
  }

  private Pattern pattern(int[] pods, int shape, double level, double[] left) {
    Map<Integer, Integer> byGroup = new HashMap<>();
    for (int i = 0; i < pods.length; i++) {
      for (int p = 0; p < pods[i]; p++) {
        int most = relaxation.groups(i).getFirst();
        for (int g : relaxation.groups(i)) {
          most = left[g] > left[most] ? g : most;
        }
        left[most] -= level;
        byGroup.merge(most, 1, Integer::sum);
      }
    }
    int[] groups = byGroup.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] counts = Arrays.stream(groups).map(byGroup::get).toArray();
    return new Pattern(shape, groups, counts, level);
  }
}
