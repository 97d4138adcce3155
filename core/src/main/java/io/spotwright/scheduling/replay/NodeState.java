package io.spotwright.scheduling.replay;

import io.spotwright.model.HostPort;
import io.spotwright.scheduling.compile.Shapes;
import io.spotwright.scheduling.score.ResourceScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is used on every node while pods are bound, and the resource score of each shape there. */
final class NodeState {
  /** The answer for a shape that does not fit. */
  static final int FULL = -1;

  /** An answer is kept as (version of the node, answer + 1); a node's first version is 1. */
  private static final int ANSWER_BITS = 9;

  private final NodeTable table;
  private final Shapes.Shape[] shapes;
  private final List<String> extraNames;
  private final double[] cpu;
  private final double[] memory;
  private final double[] scoredCpu;
  private final double[] scoredMemory;
  private final int[] slots;
  private final long[][] extra;
  private final int[] evenness;
  private final int[] version;
  private final int[] @Nullable [] kept;
  private final @Nullable List<HostPort>[] ports;

  @SuppressWarnings({"unchecked", "rawtypes"})
  NodeState(NodeTable table, Shapes shapes) {
    this.table = table;
    this.shapes = shapes.list.toArray(Shapes.Shape[]::new);
    extraNames = shapes.extraNames;
    int size = table.size;
    cpu = new double[size];
    memory = new double[size];
    scoredCpu = new double[size];
    scoredMemory = new double[size];
    slots = new int[size];
    extra = new long[table.extra.length][size];
    evenness = new int[size];
    version = new int[size];
    kept = new int[this.shapes.length][];
    ports = new List[size];
  }

  void clear() {
    Arrays.fill(cpu, 0);
    Arrays.fill(memory, 0);
    Arrays.fill(scoredCpu, 0);
    Arrays.fill(scoredMemory, 0);
    Arrays.fill(slots, 0);
    for (long[] amounts : extra) {
      Arrays.fill(amounts, 0);
    }
    Arrays.fill(evenness, 100);
    Arrays.fill(version, 1);
    Arrays.fill(ports, null);
    for (int[] answers : kept) {
      if (answers != null) {
        Arrays.fill(answers, 0);
      }
    }
  }

  /** The answers kept for a shape, to be read with {@link #answer}. */
  int[] kept(int shape) {
    int[] answers = kept[shape];
    if (answers == null) {
      answers = new int[table.size];
      kept[shape] = answers;
    }
    return answers;
  }

  /** LeastAllocated plus balance (0 to 200) of a shape on a node, or {@link #FULL}. */
  int answer(int[] kept, int shape, int n) {
    int entry = kept[n];
    if (entry >>> ANSWER_BITS != version[n]) {
      entry = version[n] << ANSWER_BITS | rate(shapes[shape], n) + 1;
      kept[n] = entry;
    }
    return (entry & (1 << ANSWER_BITS) - 1) - 1;
  }

  private int rate(Shapes.Shape shape, int n) {
    double cpuAfter = cpu[n] + shape.cpu();
    double memoryAfter = memory[n] + shape.memory();
    if ((shape.cpu() > 0 && cpuAfter > table.cpu[n])
        || (shape.memory() > 0 && memoryAfter > table.memory[n])
        || slots[n] + shape.slots() > table.slots[n]
        || lacksExtra(shape.extra(), n)) {
      return FULL;
    }
    int least =
        ResourceScore.leastAllocated(
            scoredCpu[n] + shape.scoredCpu(),
            table.cpu[n],
            scoredMemory[n] + shape.scoredMemory(),
            table.memory[n]);
    return shape.bestEffort()
        ? least
        : least
            + ResourceScore.balanced(
                ResourceScore.evenness(cpuAfter, table.cpu[n], memoryAfter, table.memory[n]),
                evenness[n]);
  }

  private boolean lacksExtra(long[] wanted, int n) {
    for (int r = 0; r < wanted.length; r++) {
      if (wanted[r] > 0 && extra[r][n] + wanted[r] > table.extra[r][n]) {
        return true;
      }
    }
    return false;
  }

  void bind(int shapeNumber, List<HostPort> claimed, int n) {
    Shapes.Shape shape = shapes[shapeNumber];
    cpu[n] += shape.cpu();
    memory[n] += shape.memory();
    scoredCpu[n] += shape.scoredCpu();
    scoredMemory[n] += shape.scoredMemory();
    slots[n] += (int) shape.slots();
    for (int r = 0; r < shape.extra().length; r++) {
      extra[r][n] += shape.extra()[r];
    }
    evenness[n] = ResourceScore.evenness(cpu[n], table.cpu[n], memory[n], table.memory[n]);
    version[n]++;
    if (!claimed.isEmpty()) {
      claim(claimed, n);
    }
  }

  private void claim(List<HostPort> claimed, int n) {
    List<HostPort> taken = ports[n];
    if (taken == null) {
      taken = new ArrayList<>();
      ports[n] = taken;
    }
    taken.addAll(claimed);
  }

  boolean portsFree(List<HostPort> wanted, int n) {
    List<HostPort> taken = ports[n];
    if (taken == null) {
      return true;
    }
    for (HostPort port : wanted) {
      for (HostPort other : taken) {
        if (port.conflictsWith(other)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first resource that is short, for people. */
  String shortage(int shapeNumber, int n) {
    Shapes.Shape shape = shapes[shapeNumber];
    if (slots[n] + shape.slots() > table.slots[n]) {
      return "pods";
    }
    if (shape.cpu() > 0 && cpu[n] + shape.cpu() > table.cpu[n]) {
      return "cpu";
    }
    if (shape.memory() > 0 && memory[n] + shape.memory() > table.memory[n]) {
      return "memory";
    }
    for (int r = 0; r < shape.extra().length; r++) {
      if (shape.extra()[r] > 0 && extra[r][n] + shape.extra()[r] > table.extra[r][n]) {
        return extraNames.get(r);
      }
    }
    return "nothing";
  }
}
