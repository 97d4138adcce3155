package io.spotwright.packing.bound;

import java.util.Arrays;

/** Who is on a node while a knapsack is filled, as far as conditions between items ask. */
final class KnapsackConditions {
  private final NodeRows.Condition[] conditions;
  private final int[][] of;
  private final int[] owners;
  private final int[] members;

  KnapsackConditions(Relaxation problem) {
    conditions = problem.conditions().toArray(NodeRows.Condition[]::new);
    owners = new int[conditions.length];
    members = new int[conditions.length];
    of = new int[problem.items()][];
    for (int i = 0; i < of.length; i++) {
      int item = i;
      of[i] =
          java.util.stream.IntStream.range(0, conditions.length)
              .filter(c -> conditions[c].owners().get(item) || conditions[c].members().get(item))
              .toArray();
    }
  }

  void clear() {
    Arrays.fill(owners, 0);
    Arrays.fill(members, 0);
  }

  boolean isEmpty() {
    return conditions.length == 0;
  }

  boolean concern(int item) {
    return of[item].length > 0;
  }

  void add(int item, int pods) {
    for (int c : of[item]) {
      owners[c] += conditions[c].owners().get(item) ? pods : 0;
      members[c] += conditions[c].members().get(item) ? pods : 0;
    }
  }

  /** The most pods of the item that may join. */
  int room(int item) {
    int room = Integer.MAX_VALUE;
    for (int c : of[item]) {
      NodeRows.Condition condition = conditions[c];
      boolean owns = condition.owners().get(item);
      if (condition.members().get(item)) {
        if (owns || owners[c] > 0) {
          room = Math.min(room, condition.cap() - members[c]);
        }
      } else if (owns && members[c] > condition.cap()) {
        return 0;
      }
    }
    return Math.max(0, room);
  }
}
