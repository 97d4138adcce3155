package io.spotwright.cli.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns as wide as their content; columns of text give way when the page is too narrow.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 8;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A heading. Numbers stand right and are never cut; of the others those that yield are cut first.
   */
  public record Column(String title, boolean number, boolean yields) {}

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  public static Column text(String title) {
    return new Column(title, false, false);
  }

  public static Column yielding(String title) {
    return new Column(title, false, true);
  }

  public static Column number(String title) {
    return new Column(title, true, false);
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /**
   * The lines, the heading first and emphasised, none wider than {@code width} as far as text can
   * yield.
   */
  public List<String> lines(int width, Style style) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(columns.stream().map(Column::title).toList(), widths)));
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[columns.size()];
    int total = GAP.length() * (columns.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).title().length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      total += widths[i];
    }
    for (; total > width; total--) {
      int widest = widest(widths, true);
      widest = widest < 0 ? widest(widths, false) : widest;
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /** The widest column that can still be cut, -1 when there is none. */
  private int widest(int[] widths, boolean yielding) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      boolean candidate = !column.number() && (column.yields() || !yielding) && widths[i] > LEAST;
      if (candidate && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Text.shorten(cells.get(i), widths[i]);
      line.append(i == 0 ? "" : GAP)
          .append(
              columns.get(i).number() ? Text.right(cell, widths[i]) : Text.left(cell, widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
