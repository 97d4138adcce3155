package io.spotwright.cli.command;

/** What the program tells the shell. */
public final class ExitCode {
  /** Everything asked for was done; for {@code plan}, every pod is placed. */
  public static final int OK = 0;

  /** A defect of the program itself. */
  public static final int DEFECT = 1;

  /** Bad input or usage; nothing was written to standard output. */
  public static final int BAD_INPUT = 2;

  /** A plan was made, but some pods fit nowhere. */
  public static final int LEFT_OVER = 3;

  private ExitCode() {}
}
