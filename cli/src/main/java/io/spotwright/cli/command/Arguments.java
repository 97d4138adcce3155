package io.spotwright.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flags and operands a verb was called with. Values that cannot be read are collected, so that
 * one call tells all that is wrong: read everything, then call {@link #check}.
 */
public final class Arguments {
  private final List<String> operands;
  private final Map<String, List<String>> flags;
  private final Set<String> known;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * @param flags values by flag, in the order given; a switch that is present has an empty list
   * @param known the flags the verb has
   */
  Arguments(List<String> operands, Map<String, List<String>> flags, Set<String> known) {
    this.operands = List.copyOf(operands);
    this.flags = Map.copyOf(flags);
    this.known = Set.copyOf(known);
  }

  public List<String> operands() {
    return operands;
  }

  public boolean has(String flag) {
    return values(flag) != null;
  }

  /** The last value given, as the shell's habit is; {@code null} when the flag is absent. */
  public @Nullable String text(String flag) {
    List<String> values = values(flag);
    return values == null || values.isEmpty() ? null : values.getLast();
  }

  /** All values, those separated by commas and those of repeated flags; empty when absent. */
  public List<String> list(String flag) {
    List<String> values = values(flag);
    if (values == null) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (String value : values) {
      for (String part : value.split(",", -1)) {
        if (part.isBlank()) {
          complain(flag, "'" + value + "' has an empty element", "separate values by one comma");
        } else {
          parts.add(part.strip());
        }
      }
    }
    return parts;
  }

  /**
   * The value read by {@code reader}, for instance {@code Values::duration}; {@code null} when the
   * flag is absent or its value is wrong, which is then among the complaints.
   */
  public <T> @Nullable T value(String flag, Function<String, T> reader) {
    String text = text(flag);
    return text == null ? null : read(flag, text, reader);
  }

  /** As {@link #value} for each element of {@link #list}. */
  public <T> List<T> values(String flag, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (String text : list(flag)) {
      T value = read(flag, text, reader);
      if (value != null) {
        read.add(value);
      }
    }
    return read;
  }

  public void complain(String where, String message, String hint) {
    complaints.add(new Complaint(where, message, hint));
  }

  /** Throws when anything read so far was wrong. */
  public void check() throws InputException {
    if (!complaints.isEmpty()) {
      throw new InputException(complaints);
    }
  }

  private <T> @Nullable T read(String flag, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (BadValue e) {
      complain(flag, e.message(), e.hint());
      return null;
    }
  }

  private @Nullable List<String> values(String flag) {
    if (!known.contains(flag)) {
      throw new IllegalArgumentException("the verb has no flag " + flag);
    }
    return flags.get(flag);
  }
}
