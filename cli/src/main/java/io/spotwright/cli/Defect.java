package io.spotwright.cli;

import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import java.io.IOException;

/** Ends the program when it is not the user's fault. */
final class Defect {
  private Defect() {}

  static int report(Throwable cause, Console console) {
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    if (cause instanceof IOException) {
      console.err().println("spotwright: cannot read or write" + message);
    } else if (cause instanceof OutOfMemoryError) {
      console
          .err()
          .println(
              "spotwright: out of memory; plan fewer pods at once or set"
                  + " SPOTWRIGHT_JAVA_OPTS=-Xmx8g");
    } else {
      console.err().println("spotwright: internal error: " + cause.getClass().getName() + message);
      console
          .err()
          .println(
              "spotwright: this is a defect; run again with SPOTWRIGHT_DEBUG=1 and report the"
                  + " output with the input that caused it");
    }
    if (console.debug()) {
      cause.printStackTrace(console.err());
    }
    return ExitCode.DEFECT;
  }
}
