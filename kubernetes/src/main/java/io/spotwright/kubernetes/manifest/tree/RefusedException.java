package io.spotwright.kubernetes.manifest.tree;

/** A document that is well-formed but hostile or beyond the limits. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final int line;
  private final int column;
  private final boolean template;

  RefusedException(String reason, int line, int column) {
    this(reason, line, column, false);
  }

  RefusedException(String reason, int line, int column, boolean template) {
    super(reason, null, false, false);
    this.reason = reason;
    this.line = line;
    this.column = column;
    this.template = template;
  }

  /** Whether text of a template reads like this. */
  boolean mayBeTemplate() {
    return template;
  }

  String reason() {
    return reason;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
