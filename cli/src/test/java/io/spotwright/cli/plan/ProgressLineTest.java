package io.spotwright.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theLineIsRewrittenInPlaceAndErasedAtTheEnd() {
    try (ProgressLine line =
        new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8))) {
      line.report("improving", 12.5, 12.25, 1.04);
      assertThat(shown())
          .startsWith("\rimproving: best 12.5000 $/h, at least 12.2500 $/h, gap 2.0 %, 1.0 s ")
          .hasSize(100);
    }
    assertThat(shown()).endsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void whatIsNotKnownYetIsLeftOut() {
    try (ProgressLine line =
        new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8))) {
      line.report("reading", Double.NaN, Double.NaN, 0);
    }
    assertThat(shown().strip()).startsWith("reading, 0.0 s");
  }

  @Test
  void aPlanMadeAtOnceLeavesNoTrace() {
    new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8)).close();

    assertThat(shown()).isEmpty();
  }
}
