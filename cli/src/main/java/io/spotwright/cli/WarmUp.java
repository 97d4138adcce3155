package io.spotwright.cli;

import io.spotwright.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs what users run most in one process, so that the launcher's training run of the JVM sees its
 * classes. Prints how each ended and nothing else.
 */
public final class WarmUp {
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

  private WarmUp() {}

  public static void main(String[] args) throws IOException {
    byte[] manifests = example();
    for (List<String> words : RUNS) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console quiet =
          Console.of(new ByteArrayInputStream(manifests), OutputStream.nullOutputStream(), err);
      int code = Main.run(words, quiet);
      System.out.println(code + " " + words + " " + err.toString(StandardCharsets.UTF_8));
    }
  }

  private static byte[] example() throws IOException {
    try (InputStream in = WarmUp.class.getResourceAsStream("warm-up.yaml")) {
      if (in == null) {
        throw new IOException("the example is missing from the program");
      }
      return in.readAllBytes();
    }
  }
}
