package io.spotwright.packing.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear program min c·x with A x ≥ b, x ≥ 0, to which columns can be added: revised primal
 * simplex with a dense inverse. Rows with b > 0 start covered by artificial columns whose cost the
 * caller chooses so high that they leave; the others (limits, written as −A x ≥ −b) start slack.
 * Made for hundreds of rows and thousands of sparse columns; a pivot costs O(rows²).
 */
final class CoveringProgram {
  private static final double EPSILON = 1e-9;

  private record Column(int[] rows, double[] amounts, double cost) {
    /** Free columns are measured as if they cost one unit. */
    double scale() {
      return cost > 0 ? cost : 1;
    }
  }

  private final int rows;
  private final double[][] inverse;
  private final int[] basis;
  private final double[] level;
  private final double[] duals;
  private final double[] artificialCost;
  private final List<Column> columns = new ArrayList<>();
  private boolean[] inBasis = new boolean[64];
  private int pivots;

  /** One artificial column per row with b > 0: covers it alone, at this cost per unit. */
  CoveringProgram(double[] demand, double[] artificialCost) {
    rows = demand.length;
    inverse = new double[rows][rows];
    basis = new int[rows];
    level = demand.clone();
    duals = artificialCost.clone();
    this.artificialCost = artificialCost.clone();
    for (int r = 0; r < rows; r++) {
      boolean covered = demand[r] > 0;
      inverse[r][r] = covered ? 1 : -1;
      basis[r] = covered ? artificial(r) : -1 - r;
      level[r] = Math.abs(demand[r]);
      duals[r] = covered ? artificialCost[r] : 0;
    }
  }

  /** Adds a column; {@code amounts} per entry of {@code rows}. Returns its index. */
  int add(int[] rows, double[] amounts, double cost) {
    columns.add(new Column(rows, amounts, cost));
    if (columns.size() > inBasis.length) {
      inBasis = Arrays.copyOf(inBasis, 2 * inBasis.length);
    }
    return columns.size() - 1;
  }

  /** Dual price per row at the last solution. */
  double[] duals() {
    return duals;
  }

  /** Value of the variable of each column. */
  double[] solution() {
    double[] x = new double[columns.size()];
    for (int r = 0; r < rows; r++) {
      if (basis[r] >= 0 && basis[r] < columns.size()) {
        x[basis[r]] = level[r];
      }
    }
    return x;
  }

  double objective() {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += cost(basis[r]) * level[r];
    }
    return sum;
  }

  /** Pivots until optimal or {@code mostPivots} are done. */
  void solve(int mostPivots) {
    for (int i = 0; i < mostPivots; i++) {
      int entering = entering();
      if (entering == Integer.MIN_VALUE || !pivot(entering)) {
        return;
      }
    }
  }

  // Variables: columns count from 0; surplus of row r is -1-r; artificial of row r is far below.
  private int artificial(int row) {
    return Integer.MIN_VALUE / 2 + row;
  }

  private boolean isSurplus(int variable) {
    return variable < 0 && variable > Integer.MIN_VALUE / 4;
  }

  private double cost(int variable) {
    if (variable >= 0) {
      return columns.get(variable).cost;
    }
    return isSurplus(variable) ? 0 : artificialCost[variable - Integer.MIN_VALUE / 2];
  }

  private int entering() {
    double best = -1e-7;
    int entering = Integer.MIN_VALUE;
    for (int c = 0; c < columns.size(); c++) {
      if (inBasis[c]) {
        continue;
      }
      Column column = columns.get(c);
      double reduced = column.cost;
      for (int i = 0; i < column.rows.length; i++) {
        reduced -= duals[column.rows[i]] * column.amounts[i];
      }
      if (reduced / column.scale() < best) {
        best = reduced / column.scale();
        entering = c;
      }
    }
    for (int r = 0; r < rows; r++) {
      if (duals[r] / artificialCost[r] < best) {
        best = duals[r] / artificialCost[r];
        entering = -1 - r;
      }
    }
    return entering;
  }

  private double[] direction(int variable) {
    double[] direction = new double[rows];
    if (variable < 0) {
      for (int r = 0; r < rows; r++) {
        direction[r] = -inverse[r][-1 - variable];
      }
      return direction;
    }
    Column column = columns.get(variable);
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      double[] row = inverse[r];
      for (int i = 0; i < column.rows.length; i++) {
        sum += row[column.rows[i]] * column.amounts[i];
      }
      direction[r] = sum;
    }
    return direction;
  }

  private double reducedCost(int variable) {
    if (variable < 0) {
      return duals[-1 - variable];
    }
    Column column = columns.get(variable);
    double reduced = column.cost;
    for (int i = 0; i < column.rows.length; i++) {
      reduced -= duals[column.rows[i]] * column.amounts[i];
    }
    return reduced;
  }

  private boolean pivot(int entering) {
    double[] direction = direction(entering);
    int leaving = -1;
    double step = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      if (direction[r] > EPSILON) {
        double ratio = level[r] / direction[r];
        boolean tie = leaving >= 0 && ratio < step + 1e-12 && direction[r] > direction[leaving];
        if (ratio < step - 1e-12 || tie) {
          step = ratio;
          leaving = r;
        }
      }
    }
    if (leaving < 0) {
      return false;
    }
    double reduced = reducedCost(entering);
    if (basis[leaving] >= 0) {
      inBasis[basis[leaving]] = false;
    }
    basis[leaving] = entering;
    if (entering >= 0) {
      inBasis[entering] = true;
    }
    eliminate(direction, leaving, step);
    for (int r = 0; r < rows; r++) {
      duals[r] += reduced * inverse[leaving][r];
    }
    if (++pivots % 200 == 0) {
      recomputeDuals();
    }
    return true;
  }

  private void eliminate(double[] direction, int leaving, double step) {
    double[] out = inverse[leaving];
    for (int c = 0; c < rows; c++) {
      out[c] /= direction[leaving];
    }
    level[leaving] = step;
    for (int r = 0; r < rows; r++) {
      double factor = direction[r];
      if (r == leaving || factor == 0) {
        continue;
      }
      double[] row = inverse[r];
      for (int c = 0; c < rows; c++) {
        row[c] -= factor * out[c];
      }
      level[r] = Math.max(0, level[r] - factor * step);
    }
  }

  /** The running update gathers rounding errors. */
  private void recomputeDuals() {
    Arrays.fill(duals, 0);
    for (int r = 0; r < rows; r++) {
      double cost = cost(basis[r]);
      if (cost != 0) {
        for (int c = 0; c < rows; c++) {
          duals[c] += cost * inverse[r][c];
        }
      }
    }
  }
}
