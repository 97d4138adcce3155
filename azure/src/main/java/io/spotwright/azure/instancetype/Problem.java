package io.spotwright.azure.instancetype;

/**
 * One fault of an instance-type file. {@code line} and {@code column} count from 1; 0 means the
 * whole file.
 */
public record Problem(String file, int line, int column, String message) {

  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return (line == 0 ? file : file + ":" + line + ":" + column) + ": " + message;
  }
}
