package io.spotwright.cli;

import io.spotwright.cli.catalog.CatalogCommand;
import io.spotwright.cli.command.Verb;
import io.spotwright.cli.plan.PlanCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verbs there are. A verb's class is loaded only when it is called or its help is asked for.
 */
final class Verbs {
  static final List<Entry> LISTED =
      List.of(
          new Entry("plan", "the cheapest nodes that will really hold these pods"),
          new Entry("catalog", "VM sizes and prices of a region"),
          new Entry("completion", "shell completion for bash and zsh"),
          new Entry("help", "the help of a verb, as with --help"));

  record Entry(String name, String purpose) {}

  private Verbs() {}

  static @Nullable Verb find(String name) {
    return switch (name) {
      case "plan" -> new PlanCommand();
      case "catalog" -> new CatalogCommand();
      case "completion" -> new CompletionCommand();
      default -> null;
    };
  }

  static List<String> names() {
    return LISTED.stream().map(Entry::name).toList();
  }
}
