package io.spotwright.packing.search;

import io.spotwright.packing.problem.Problem;
import java.util.Arrays;

/**
 * Pods waiting to be packed, by group, in arrays laid out for the scans of {@link Filler}: entry
 * {@code p} stands for one group, its data at index {@code p} of every array. CPU, memory and pod
 * slots have arrays of their own because nearly every problem has only these.
 */
public final class Pool {
  public final int[] group;
  public final int[] count;

  /** Pods per entry that the next fill may take: all of them, unless {@link #limit} was called. */
  int[] most;

  final double[] cpu;
  final double[] memory;
  final double[] slots;
  final double[] value;
  private final int[] entryOf;
  private final Problem problem;
  private final double[] valueOf;
  public int size;
  int pods;

  public Pool(Problem problem, double[] valueOf) {
    int groups = problem.groups().size();
    this.problem = problem;
    this.valueOf = valueOf;
    group = new int[groups];
    count = new int[groups];
    most = count;
    cpu = new double[groups];
    memory = new double[groups];
    slots = new double[groups];
    value = new double[groups];
    entryOf = new int[groups];
    Arrays.fill(entryOf, -1);
  }

  /**
   * Lets fills take no more than this of each entry. The array is kept, not copied; whoever sets it
   * brings it up to date before each fill, because entries move.
   */
  public void limit(int[] mostOfEntry) {
    most = mostOfEntry;
  }

  public void clear() {
    for (int p = 0; p < size; p++) {
      entryOf[group[p]] = -1;
    }
    size = 0;
    pods = 0;
  }

  public void add(int g, int pods) {
    int p = entryOf[g];
    if (p < 0) {
      p = size++;
      entryOf[g] = p;
      group[p] = g;
      count[p] = 0;
      double[] request = problem.group(g).request();
      cpu[p] = request[Problem.CPU];
      memory[p] = request[Problem.MEMORY];
      slots[p] = request[Problem.PODS];
      value[p] = valueOf[g];
    }
    count[p] += pods;
    this.pods += pods;
  }

  /** Takes {@code taken[p]} pods out of every entry and drops entries that are used up. */
  void remove(int[] taken) {
    int kept = 0;
    for (int p = 0; p < size; p++) {
      count[p] -= taken[p];
      pods -= taken[p];
      if (count[p] == 0) {
        entryOf[group[p]] = -1;
      } else {
        if (kept != p) {
          move(p, kept);
        }
        kept++;
      }
    }
    size = kept;
  }

  /** Drops entries that {@link #add} has brought to zero. */
  void dropEmpty() {
    remove(new int[size]);
  }

  private void move(int from, int to) {
    group[to] = group[from];
    count[to] = count[from];
    cpu[to] = cpu[from];
    memory[to] = memory[from];
    slots[to] = slots[from];
    value[to] = value[from];
    entryOf[group[to]] = to;
  }
}
