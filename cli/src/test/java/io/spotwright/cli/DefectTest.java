package io.spotwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefectTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Fails in a way that no reader expects. */
  private static final class Broken extends InputStream {
    @Override
    public int read() {
      throw new IllegalStateException("gears are missing");
    }
  }

  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private int run(
      InputStream in, OutputStream out, Map<String, String> variables, String... words) {
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.run(List.of(words), new Console(in, out, messages, false, false, variables));
  }

  @Test
  void aDefectEndsWithOneAndSaysHowToReportIt() {
    int code = run(new Broken(), OutputStream.nullOutputStream(), Map.of(), "plan", "-");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "spotwright: internal error: java.lang.IllegalStateException: gears are missing",
            "spotwright: this is a defect; run again with SPOTWRIGHT_DEBUG=1 and report the output"
                + " with the input that caused it");
  }

  @Test
  void theStackTraceIsShownOnRequest() {
    Map<String, String> debug = Map.of("SPOTWRIGHT_DEBUG", "1");

    run(new Broken(), OutputStream.nullOutputStream(), debug, "plan", "-");

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat ", "Broken.read");
  }

  @Test
  void aFullDiskIsSaidInOneLine() {
    int code = run(InputStream.nullInputStream(), new Full(), Map.of(), "--help");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("spotwright: cannot read or write: No space left on device\n");
  }
}
