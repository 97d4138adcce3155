package io.spotwright.cli.command;

import java.util.List;

/** Ends a verb with {@link ExitCode#BAD_INPUT} and every complaint found, not just the first. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Complaint> complaints;

  public InputException(List<Complaint> complaints) {
    super(complaints.isEmpty() ? "bad input" : complaints.getFirst().line());
    this.complaints = List.copyOf(complaints);
  }

  public InputException(String where, String message, String hint) {
    this(List.of(new Complaint(where, message, hint)));
  }

  public List<Complaint> complaints() {
    return complaints;
  }
}
