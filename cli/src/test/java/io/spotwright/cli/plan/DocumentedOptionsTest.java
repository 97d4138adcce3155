package io.spotwright.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.command.Flag;
import io.spotwright.cli.command.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents name the options that there are, and no others. */
class DocumentedOptionsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Manual MANUAL = new PlanCommand().manual();

  @Test
  void thePageOfPlanListsExactlyTheOptionsInTheOrderOfTheHelp() throws IOException {
    String page = Files.readString(DOCS.resolve("plan.md"));
    List<String> documented =
        Pattern.compile("(?m)^\\| `(--[^`]+)`")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(documented.stream().map(option -> option.replace("\\|", "|")))
        .containsExactlyElementsOf(
            MANUAL.flags().stream().map(DocumentedOptionsTest::signature).toList());
  }

  @Test
  void thePageOfThePolicyNamesOnlyOptionsThatThereAre() throws IOException {
    String page = Files.readString(DOCS.resolve("spotpolicy.md"));
    List<String> flags = MANUAL.flags().stream().map(Flag::name).toList();

    assertThat(Pattern.compile("`(--[a-z-]+)").matcher(page).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(flags::contains);
  }

  @Test
  void theDocumentsThatTheHelpNamesAreThere() {
    for (Manual.Section section : MANUAL.sections()) {
      for (Manual.Entry entry : section.entries()) {
        if (entry.term().startsWith("docs/")) {
          assertThat(DOCS.resolve("..").resolve(entry.term())).exists();
        }
      }
    }
  }

  private static String signature(Flag flag) {
    return flag.takesValue() ? flag.name() + " " + flag.value() : flag.name();
  }
}
