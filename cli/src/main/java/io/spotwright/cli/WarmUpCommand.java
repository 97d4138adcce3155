package io.spotwright.cli;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Verb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Runs what users run most in one process, so that a training run of the JVM sees their classes. It
 * is called by the launcher and is in no help.
 */
final class WarmUpCommand implements Verb {

  private static final List<List<String>> RUNS =
      List.of(
          List.of("--help"),
          List.of("plan", "--help"),
          List.of("plan", "--no-such-option"),
          List.of("plan", "-", "--time-limit", "500ms"),
          List.of("plan", "-", "--time-limit", "300ms", "--pool-safe", "--explain", "shop/web-0"),
          List.of("plan", "-", "--time-limit", "100ms", "--output", "json", "--binding", "exact"),
          List.of("plan", "-", "--time-limit", "100ms", "--output", "yaml"),
          List.of("catalog", "--region", "westeurope", "--families", "D"));

  @Override
  public Manual manual() {
    return new Manual(
        "warm-up",
        "train the JVM's cache; used by the launcher",
        "",
        List.of("Runs help and a small plan without printing them."),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    byte[] manifests = example();
    for (List<String> words : RUNS) {
      Console quiet =
          Console.of(
              new ByteArrayInputStream(manifests),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream());
      Main.run(words, quiet);
    }
    return ExitCode.OK;
  }

  private static byte[] example() throws IOException {
    try (InputStream in = WarmUpCommand.class.getResourceAsStream("warm-up.yaml")) {
      if (in == null) {
        throw new IOException("the example is missing from the program");
      }
      return in.readAllBytes();
    }
  }
}
