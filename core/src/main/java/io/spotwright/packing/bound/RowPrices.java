package io.spotwright.packing.bound;

import io.spotwright.packing.bound.Relaxation.Container;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a unit of each row is worth when pods may be cut in pieces: as {@link ResourcePrices}, with
 * the rules of a node among the rows, so that a rule that needs many nodes has its price. Only a
 * start: the worths are not yet proven.
 */
final class RowPrices {
  private final Relaxation relaxation;
  private final double[] price;

  RowPrices(Relaxation relaxation) {
    this.relaxation = relaxation;
    int count = relaxation.rowCount();
    double[] demand = new double[count];
    for (int i = 0; i < relaxation.items(); i++) {
      for (int r = 0; r < count; r++) {
        demand[r] += relaxation.demand()[i] * relaxation.request()[i][r];
      }
    }
    price = solve(demand);
  }

  private double[] solve(double[] demand) {
    int[] used = IntStream.range(0, demand.length).filter(r -> demand[r] > 0).toArray();
    int[] rows = IntStream.range(0, used.length).toArray();
    double[] ceiling = new double[used.length];
    Arrays.fill(ceiling, 1e6);
    for (Container each : relaxation.containers()) {
      for (int r : rows) {
        double share = each.capacity()[used[r]] / demand[used[r]];
        if (share > 0 && !each.isExisting()) {
          ceiling[r] = Math.min(ceiling[r], 2 * each.price() / share);
        }
      }
    }
    double[] ones = new double[used.length];
    Arrays.fill(ones, 1);
    CoveringProgram program = new CoveringProgram(ones, ceiling);
    for (Container each : relaxation.containers()) {
      if (!each.isExisting()) {
        double[] amounts = new double[used.length];
        for (int r : rows) {
          amounts[r] = each.capacity()[used[r]] / demand[used[r]];
        }
        program.add(rows, amounts, each.price());
      }
    }
    program.solve(10_000);
    double[] price = new double[demand.length];
    for (int r : rows) {
      price[used[r]] = Math.max(0, program.duals()[r]) / demand[used[r]];
    }
    return price;
  }

  /** Worth per item. */
  double[] values() {
    double[] values = new double[relaxation.items()];
    for (int i = 0; i < values.length; i++) {
      for (int r = 0; r < price.length; r++) {
        values[i] += price[r] * relaxation.request()[i][r];
      }
    }
    return values;
  }
}
