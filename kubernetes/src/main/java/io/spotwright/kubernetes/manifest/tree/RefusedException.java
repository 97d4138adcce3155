package io.spotwright.kubernetes.manifest.tree;

/** A document that is well-formed but hostile or beyond the limits. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  RefusedException(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
