package io.spotwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of the program as the shell would see it. */
public record Transcript(int code, String out, String err) {

  /** Runs the program with this text on standard input. */
  public static Transcript of(String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
    int code = Main.run(List.of(words), console);
    return new Transcript(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Exit code 2, nothing on standard output, and these lines on standard error. */
  public void isRefusedWith(String... lines) {
    assertThat(err.lines()).containsExactly(lines);
    assertThat(out).isEmpty();
    assertThat(code).isEqualTo(2);
  }

  /** This exit code and nothing on standard error; returns the output. */
  public String ended(int expected) {
    assertThat(err).isEmpty();
    assertThat(code).isEqualTo(expected);
    return out;
  }
}
