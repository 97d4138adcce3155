package io.spotwright.cli.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** JSON, indented by two blanks; arrays of strings stay on one line. */
public final class JsonWriter implements DocumentWriter {
  private final Writer out;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean named;

  /** An open object or array; {@code wide} puts each element on its own line. */
  private static final class Level {
    final char close;
    final boolean wide;
    boolean empty = true;

    Level(char close, boolean wide) {
      this.close = close;
      this.wide = wide;
    }
  }

  public JsonWriter(Writer out) {
    this.out = out;
  }

  @Override
  public JsonWriter beginObject() throws IOException {
    return open('{', '}', true);
  }

  @Override
  public JsonWriter beginArray() throws IOException {
    return open('[', ']', true);
  }

  @Override
  public JsonWriter endObject() throws IOException {
    return close('}');
  }

  @Override
  public JsonWriter endArray() throws IOException {
    return close(']');
  }

  @Override
  public JsonWriter strings(Iterable<String> values) throws IOException {
    open('[', ']', false);
    for (String value : values) {
      value(value);
    }
    return close(']');
  }

  @Override
  public JsonWriter name(String name) throws IOException {
    separate();
    quote(out, name);
    out.write(": ");
    named = true;
    return this;
  }

  @Override
  public JsonWriter value(@Nullable String value) throws IOException {
    separate();
    if (value == null) {
      out.write("null");
    } else {
      quote(out, value);
    }
    return this;
  }

  @Override
  public JsonWriter value(long value) throws IOException {
    return raw(Long.toString(value));
  }

  @Override
  public JsonWriter value(double value) throws IOException {
    return raw(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  @Override
  public JsonWriter value(boolean value) throws IOException {
    return raw(Boolean.toString(value));
  }

  @Override
  public void finish() throws IOException {
    if (!levels.isEmpty()) {
      throw new IllegalStateException(levels.size() + " levels are still open");
    }
    out.write('\n');
    out.flush();
  }

  private JsonWriter raw(String text) throws IOException {
    separate();
    out.write(text);
    return this;
  }

  private JsonWriter open(char open, char close, boolean wide) throws IOException {
    separate();
    out.write(open);
    levels.push(new Level(close, wide));
    return this;
  }

  private JsonWriter close(char close) throws IOException {
    Level level = levels.pop();
    if (level.close != close) {
      throw new IllegalStateException("'" + close + "' closes what '" + level.close + "' must");
    }
    if (level.wide && !level.empty) {
      newLine();
    }
    out.write(close);
    return this;
  }

  private void separate() throws IOException {
    if (named) {
      named = false;
      return;
    }
    Level level = levels.peek();
    if (level == null) {
      return;
    }
    if (!level.empty) {
      out.write(level.wide ? "," : ", ");
    }
    level.empty = false;
    if (level.wide) {
      newLine();
    }
  }

  private void newLine() throws IOException {
    out.write('\n');
    for (int i = 0; i < levels.size(); i++) {
      out.write("  ");
    }
  }

  /** A JSON string, which is a double-quoted YAML string too. */
  static void quote(Writer out, String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.write("\\\"");
        case '\\' -> out.write("\\\\");
        case '\n' -> out.write("\\n");
        case '\r' -> out.write("\\r");
        case '\t' -> out.write("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || isBroken(text, i)) {
            escape(out, c);
          } else {
            out.write(c);
          }
        }
      }
    }
    out.write('"');
  }

  /** Half a surrogate pair, or a separator that JavaScript takes for a line break. */
  private static boolean isBroken(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\u2028' || c == '\u2029' || c == '\ufeff';
  }

  private static void escape(Writer out, char c) throws IOException {
    String hex = Integer.toHexString(c);
    out.write("\\u");
    out.write("0000", 0, 4 - hex.length());
    out.write(hex);
  }
}
