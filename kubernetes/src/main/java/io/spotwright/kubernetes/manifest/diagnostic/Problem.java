package io.spotwright.kubernetes.manifest.diagnostic;

/**
 * A fault in the input. {@code line} and {@code column} count from 1; 0 means the whole file.
 * {@code hint} says what to do and may be empty.
 */
public record Problem(String file, int line, int column, String message, String hint) {

  /** {@code file:line:column: message; hint}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
  }
}
