package io.spotwright.cli.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The same documents as {@link JsonWriter} in YAML 1.2 block style; empty ones as {@code []}. */
public final class YamlWriter implements DocumentWriter {
  private final Writer out;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Position position = Position.START;

  /** What the next value follows on its line. */
  private enum Position {
    START,
    NAME,
    DASH,
    LINE
  }

  private static final class Level {
    final boolean array;
    final int indent;
    final Position opened;
    boolean empty = true;

    Level(boolean array, int indent, Position opened) {
      this.array = array;
      this.indent = indent;
      this.opened = opened;
    }
  }

  public YamlWriter(Writer out) {
    this.out = out;
  }

  @Override
  public YamlWriter beginObject() throws IOException {
    return open(false);
  }

  @Override
  public YamlWriter beginArray() throws IOException {
    return open(true);
  }

  @Override
  public YamlWriter endObject() throws IOException {
    return close("{}");
  }

  @Override
  public YamlWriter endArray() throws IOException {
    return close("[]");
  }

  @Override
  public YamlWriter name(String name) throws IOException {
    Level level = levels.getFirst();
    startItem(level);
    level.empty = false;
    scalar(name);
    out.write(':');
    position = Position.NAME;
    return this;
  }

  @Override
  public YamlWriter value(@Nullable String value) throws IOException {
    beforeScalar();
    if (value == null) {
      out.write("null");
    } else {
      scalar(value);
    }
    return afterScalar();
  }

  @Override
  public YamlWriter value(long value) throws IOException {
    return raw(Long.toString(value));
  }

  @Override
  public YamlWriter value(double value) throws IOException {
    return raw(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  @Override
  public YamlWriter value(boolean value) throws IOException {
    return raw(Boolean.toString(value));
  }

  @Override
  public void finish() throws IOException {
    if (!levels.isEmpty()) {
      throw new IllegalStateException(levels.size() + " levels are still open");
    }
    out.flush();
  }

  private YamlWriter raw(String text) throws IOException {
    beforeScalar();
    out.write(text);
    return afterScalar();
  }

  private YamlWriter open(boolean array) throws IOException {
    Level parent = levels.peek();
    if (parent != null && parent.array) {
      startItem(parent);
      parent.empty = false;
      out.write('-');
      position = Position.DASH;
    }
    levels.push(new Level(array, parent == null ? 0 : parent.indent + 2, position));
    return this;
  }

  private YamlWriter close(String whenEmpty) throws IOException {
    Level level = levels.pop();
    if (level.empty) {
      out.write(level.opened == Position.START ? whenEmpty + "\n" : " " + whenEmpty + "\n");
      position = Position.LINE;
    }
    return this;
  }

  /** Goes to where the next item of {@code level} is written. */
  private void startItem(Level level) throws IOException {
    if (level.empty && level.opened == Position.DASH) {
      out.write(' ');
      return;
    }
    if (level.empty && level.opened == Position.NAME) {
      out.write('\n');
    }
    for (int i = 0; i < level.indent; i++) {
      out.write(' ');
    }
  }

  private void beforeScalar() throws IOException {
    Level level = levels.peek();
    if (level != null && level.array) {
      startItem(level);
      level.empty = false;
      out.write("- ");
    } else if (position == Position.NAME) {
      out.write(' ');
    }
  }

  private YamlWriter afterScalar() throws IOException {
    out.write('\n');
    position = Position.LINE;
    return this;
  }

  private void scalar(String text) throws IOException {
    if (isPlain(text)) {
      out.write(text);
    } else {
      JsonWriter.quote(out, text);
    }
  }

  /**
   * Starts with a letter, so no number or date, and is no word that YAML 1.1 or 1.2 reads
   * otherwise.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0)) || text.charAt(text.length() - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && "-_./ ()%".indexOf(c) < 0) {
        return false;
      }
    }
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "y", "n", "yes", "no", "on", "off", "true", "false", "null" -> false;
      default -> true;
    };
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
