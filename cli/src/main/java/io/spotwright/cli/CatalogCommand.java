package io.spotwright.cli;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Verb;
import java.util.List;

/** {@code spotwright catalog}: search VM sizes and prices. */
final class CatalogCommand implements Verb {

  @Override
  public Manual manual() {
    return new Manual(
        "catalog",
        "VM sizes and prices of a region",
        "",
        List.of("Lists VM sizes with their prices."),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public int run(Arguments arguments, Console console) throws InputException {
    throw new InputException("catalog", "not built yet", "");
  }
}
