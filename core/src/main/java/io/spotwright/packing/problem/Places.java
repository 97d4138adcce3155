package io.spotwright.packing.problem;

import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import io.spotwright.model.Node;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.constraint.TopologySpread;
import io.spotwright.packing.topology.Cells;
import io.spotwright.packing.topology.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of options and existing nodes, and which of them each class can reach at what price.
 */
final class Places {
  private final List<Option> options;
  private final List<Node> nodes;
  private final StaticFit fit;

  /** A NodePool of higher weight is preferred at any price. */
  private static final double HEAVIER = 1e6;

  final Cells cells;
  final int[] cellOf;
  final int[] cellOfNode;

  Places(Cells cells, List<Option> options, List<Node> nodes, StaticFit fit) {
    this.cells = cells;
    this.options = options;
    this.nodes = nodes;
    this.fit = fit;
    cellOf = options.stream().mapToInt(option -> cells.of(option.labels())).toArray();
    cellOfNode = nodes.stream().mapToInt(node -> cells.of(node.labels())).toArray();
  }

  /** Per class the cells that have a node it fits, of one capacity type or of any. */
  List<BitSet> reach(List<PodClass> classes, @Nullable CapacityType only) {
    List<BitSet> reach = new ArrayList<>();
    for (PodClass each : classes) {
      BitSet reached = new BitSet();
      BitSet fitting = fit.options(each.id());
      for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
        if (only == null || options.get(o).offering().capacityType() == only) {
          reached.set(cellOf[o]);
        }
      }
      for (int n = 0; n < cellOfNode.length; n++) {
        if (fit.node(each.id(), n) && (only == null || isOfType(nodes.get(n), only))) {
          reached.set(cellOfNode[n]);
        }
      }
      reach.add(reached);
    }
    return reach;
  }

  /**
   * Per class the cells of existing nodes that kube-scheduler counts for its spread: by its
   * policies usually those that its node affinity selects, whether or not it tolerates their
   * taints.
   */
  List<BitSet> counted(List<PodClass> classes) {
    List<BitSet> counted = new ArrayList<>();
    for (PodClass each : classes) {
      BitSet cellsSeen = new BitSet();
      for (PodSpec spec : each.specs()) {
        for (TopologySpread spread : spec.topologySpread()) {
          for (int n = 0; n < cellOfNode.length && spread.doNotSchedule(); n++) {
            cellsSeen.set(cellOfNode[n], cellsSeen.get(cellOfNode[n]) || counts(spec, spread, n));
          }
        }
      }
      counted.add(cellsSeen);
    }
    return counted;
  }

  private boolean counts(PodSpec spec, TopologySpread spread, int n) {
    Node node = nodes.get(n);
    return (!spread.honorNodeAffinity() || NodeFit.selects(spec, node.labels(), node.name()))
        && (!spread.honorNodeTaints() || NodeFit.tolerates(spec.tolerations(), node.taints()));
  }

  private static boolean isOfType(Node node, CapacityType type) {
    return type.label().equals(node.labels().get(Labels.CAPACITY_TYPE));
  }

  /** Per class and cell the least a unit costs on a node that is otherwise well used. */
  double[][] prices(List<PodClass> classes, List<String> dimensions) {
    double[][] prices = new double[classes.size()][cells.count()];
    if (cells.count() == 1) {
      return prices;
    }
    int heaviest = options.stream().mapToInt(Option::weight).max().orElse(0);
    double[][] room = new double[options.size()][];
    for (int o = 0; o < room.length; o++) {
      boolean same = o > 0 && options.get(o).allocatable() == options.get(o - 1).allocatable();
      Resources allocatable = options.get(o).allocatable();
      room[o] = same ? room[o - 1] : dimensions.stream().mapToDouble(allocatable::get).toArray();
    }
    for (PodClass each : classes) {
      double[] request = dimensions.stream().mapToDouble(each.request()::get).toArray();
      double[] least = prices[each.id()];
      Arrays.fill(least, Double.MAX_VALUE);
      BitSet fitting = fit.options(each.id());
      for (int o = fitting.nextSetBit(0); o >= 0; o = fitting.nextSetBit(o + 1)) {
        double price =
            options.get(o).price() * share(request, room[o])
                + HEAVIER * (heaviest - options.get(o).weight());
        least[cellOf[o]] = Math.min(least[cellOf[o]], price);
      }
    }
    return prices;
  }

  private static double share(double[] request, double[] room) {
    double share = 0;
    for (int d = 0; d < room.length; d++) {
      if (request[d] > 0) {
        share = Math.max(share, request[d] / room[d]);
      }
    }
    return share;
  }
}
