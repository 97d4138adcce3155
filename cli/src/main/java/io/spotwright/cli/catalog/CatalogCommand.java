package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.AzureCatalogue;
import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Values;
import io.spotwright.cli.command.Verb;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** {@code spotwright catalog}: search VM sizes and prices. */
public final class CatalogCommand implements Verb {
  private static final int TABLE_LIMIT = 40;

  @Override
  public Manual manual() {
    return CatalogManual.manual();
  }

  @Override
  public int run(Arguments arguments, Console console) throws InputException, IOException {
    Integer limit = arguments.value("--limit", Values.whole(1, 1_000_000));
    boolean json =
        "json".equals(arguments.value("--output", Values.oneOf(List.of("table", "json"))));
    if (arguments.has("--regions")) {
      arguments.check();
      writeRegions(json, console);
      return ExitCode.OK;
    }
    CatalogSearch search = CatalogSearch.run(arguments);
    Writer out = console.writer();
    if (json) {
      CatalogDocument.writeSizes(search, Objects.requireNonNullElse(limit, Integer.MAX_VALUE), out);
    } else {
      CatalogTable.write(
          search, Objects.requireNonNullElse(limit, TABLE_LIMIT), out, console.style());
    }
    return ExitCode.OK;
  }

  private static void writeRegions(boolean json, Console console) throws IOException {
    Writer out = console.writer();
    if (json) {
      CatalogDocument.writeRegions(AzureCatalogue.regions(), out);
    } else {
      RegionList.write(AzureCatalogue.regions(), out, console.style());
    }
  }
}
