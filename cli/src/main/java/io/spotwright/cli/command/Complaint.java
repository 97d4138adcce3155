package io.spotwright.cli.command;

/**
 * One thing wrong with what the user gave.
 *
 * @param where {@code file:line:column} or the name of a flag; empty when it concerns the whole
 *     call
 * @param message what was found
 * @param hint what to do, empty when the message says it
 */
public record Complaint(String where, String message, String hint) {

  /** One line for standard error. */
  public String line() {
    StringBuilder line = new StringBuilder("spotwright: ");
    if (!where.isEmpty()) {
      line.append(where).append(": ");
    }
    line.append(message);
    if (!hint.isEmpty()) {
      line.append("; ").append(hint);
    }
    // Messages quote what users wrote, and a line break in it must not look like a second
    // complaint.
    return line.toString().replace("\r", "").replace('\n', ' ');
  }
}
