package io.spotwright.cli.command;

import java.util.List;

/**
 * An option of a verb.
 *
 * @param name with its dashes, for instance {@code --zones}
 * @param value the placeholder shown for its value, empty for a switch
 * @param group the heading it is listed under
 * @param help sentences with units and default
 * @param choices the values it accepts when they are few, offered by shell completion
 */
public record Flag(String name, String value, String group, String help, List<String> choices) {

  public Flag {
    choices = List.copyOf(choices);
  }

  public static Flag value(String name, String value, String group, String help) {
    return new Flag(name, value, group, help, List.of());
  }

  public static Flag choice(String name, String group, String help, String... choices) {
    return new Flag(name, String.join("|", choices), group, help, List.of(choices));
  }

  public static Flag toggle(String name, String group, String help) {
    return new Flag(name, "", group, help, List.of());
  }

  public boolean takesValue() {
    return !value.isEmpty();
  }
}
