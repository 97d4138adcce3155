package io.spotwright.cli.command;

/** A flag's value that cannot be read. */
public final class BadValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  public BadValue(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String hint() {
    return hint;
  }
}
