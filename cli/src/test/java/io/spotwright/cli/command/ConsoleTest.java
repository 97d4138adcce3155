package io.spotwright.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotwright.cli.document.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  /** A stream that fails as the operating system words it. */
  private static final class Failing extends OutputStream {
    private final String message;

    Failing(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }

  private static Console console(
      OutputStream out, boolean terminal, Map<String, String> variables) {
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Console(InputStream.nullInputStream(), out, err, terminal, terminal, variables);
  }

  @Test
  void aReaderThatWentAwayIsNoError() throws IOException {
    Console console = console(new Failing("Broken pipe"), false, Map.of());

    try (Writer out = console.writer()) {
      out.write("x".repeat(100_000));
    }
  }

  @Test
  void aFullDiskIsAnError() {
    Console console = console(new Failing("No space left on device"), false, Map.of());

    assertThatThrownBy(
            () -> {
              Writer out = console.writer();
              out.write("x");
              out.flush();
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void coloursAreForTerminalsAndNotAgainstNoColor() {
    OutputStream out = OutputStream.nullOutputStream();

    assertThat(console(out, true, Map.of()).style()).isEqualTo(Style.COLOURED);
    assertThat(console(out, false, Map.of()).style()).isEqualTo(Style.PLAIN);
    assertThat(console(out, true, Map.of("NO_COLOR", "1")).style()).isEqualTo(Style.PLAIN);
    assertThat(console(out, true, Map.of("NO_COLOR", "")).style()).isEqualTo(Style.COLOURED);
    assertThat(console(out, true, Map.of("TERM", "dumb")).style()).isEqualTo(Style.PLAIN);
  }
}
