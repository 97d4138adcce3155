package io.spotwright.cli.command;

import java.io.IOException;

/** A verb of the program, for instance {@code plan}. Adding one: list it in {@code Main}. */
public interface Verb {

  /** Its flags and its help; the parser accepts exactly what is listed here. */
  Manual manual();

  /**
   * Does the work.
   *
   * @return one of {@link ExitCode}
   * @throws InputException for everything the user can put right; nothing may have been written to
   *     {@link Console#out()} by then
   */
  int run(Arguments arguments, Console console) throws InputException, IOException;
}
