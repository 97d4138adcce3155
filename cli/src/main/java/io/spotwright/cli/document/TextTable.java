package io.spotwright.cli.document;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as their content; columns of text give way when the page is too narrow. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 8;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A heading; numbers stand right and are never cut. */
  public record Column(String title, boolean number) {}

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  public static Column text(String title) {
    return new Column(title, false);
  }

  public static Column number(String title) {
    return new Column(title, true);
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /** The lines, the heading first and emphasised, none wider than {@code width} as far as text can yield. */
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
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (!columns.get(i).number()
            && widths[i] > LEAST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Text.shorten(cells.get(i), widths[i]);
      line.append(i == 0 ? "" : GAP)
          .append(
              columns.get(i).number()
                  ? Text.right(cell, widths[i])
                  : Text.left(cell, widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
