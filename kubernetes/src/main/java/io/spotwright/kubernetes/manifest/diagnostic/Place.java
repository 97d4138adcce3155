package io.spotwright.kubernetes.manifest.diagnostic;

/** Where in the input something stands; line and column count from 1, 0 is the whole file. */
public record Place(String file, int line, int column) {

  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }

  /** {@code file:line}, for messages that point to a second place. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
