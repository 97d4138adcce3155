package io.spotwright.cli.command;

import io.spotwright.cli.document.Style;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a verb reads and writes.
 *
 * @param in standard input
 * @param out standard output; a reader that has gone away is not an error
 * @param err standard error
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param environment variables that change how things look or fail
 */
public record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  public Console {
    out = new LenientOutput(out);
    environment = Map.copyOf(environment);
  }

  /** Streams that nobody watches: no colours, no progress. */
  public static Console of(InputStream in, OutputStream out, OutputStream err) {
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Console(in, out, messages, false, false, Map.of());
  }

  /** Colours only for a person, and never against {@code NO_COLOR} (no-color.org). */
  public Style style() {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return outIsTerminal && !refused ? Style.COLOURED : Style.PLAIN;
  }

  /** A buffered writer in UTF-8 whatever the locale; the caller flushes. */
  public Writer writer() {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  public boolean debug() {
    return environment.getOrDefault("SPOTWRIGHT_DEBUG", "").equals("1");
  }
}
