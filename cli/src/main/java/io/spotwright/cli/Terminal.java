package io.spotwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a person from a file or pipe. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether a standard stream of this process (1 out, 2 err) is a terminal. Java knows this only
   * for input and output together, so Linux is asked directly; elsewhere Java's answer stands in.
   */
  static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      java.io.Console console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
