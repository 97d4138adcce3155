package io.spotwright.packing.topology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What existing nodes have left, by cell: there pods cost nothing. */
public final class FreeRoom {
  private final List<List<Integer>> nodesOfCell = new ArrayList<>();
  private final double[][] free;
  private final double[][] requestOf;
  private final List<BitSet> nodesOf;

  /**
   * @param free per node and dimension; kept and changed
   * @param requestOf per class and dimension, of one unit
   * @param nodesOf per class the nodes it may use
   */
  public FreeRoom(
      int cells, int[] cellOfNode, double[][] free, double[][] requestOf, List<BitSet> nodesOf) {
    this.free = free;
    this.requestOf = requestOf;
    this.nodesOf = nodesOf;
    for (int c = 0; c < cells; c++) {
      nodesOfCell.add(new ArrayList<>());
    }
    for (int n = 0; n < cellOfNode.length; n++) {
      nodesOfCell.get(cellOfNode[n]).add(n);
    }
  }

  boolean holds(int podClass, int cell) {
    return find(podClass, cell) >= 0;
  }

  /** Takes the room of one unit where there is any. */
  void take(int podClass, int cell) {
    int node = find(podClass, cell);
    if (node >= 0) {
      for (int d = 0; d < free[node].length; d++) {
        free[node][d] -= requestOf[podClass][d];
      }
    }
  }

  private int find(int podClass, int cell) {
    for (int node : nodesOfCell.get(cell)) {
      if (nodesOf.get(podClass).get(node) && fits(requestOf[podClass], free[node])) {
        return node;
      }
    }
    return -1;
  }

  private static boolean fits(double[] request, double[] room) {
    for (int d = 0; d < room.length; d++) {
      if (request[d] > room[d]) {
        return false;
      }
    }
    return true;
  }
}
