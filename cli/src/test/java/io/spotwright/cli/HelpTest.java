package io.spotwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void theProgramsHelpNamesEveryVerb(String word) {
    String help = Transcript.of("", word).ended(0);

    assertThat(help).contains("SYNOPSIS", "EXIT CODES", "EXAMPLES");
    assertThat(help).contains(Verbs.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "catalog", "completion"})
  void everyVerbHasAPageOfAtMost100Columns(String verb) {
    String help = Transcript.of("", verb, "--help").ended(0);

    assertThat(help).startsWith("NAME\n  spotwright " + verb + " - ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    assertThat(Transcript.of("", "help", verb).out()).isEqualTo(help);
  }

  @Test
  void helpIsGivenWhateverElseIsWrong() {
    assertThat(Transcript.of("", "plan", "--nonsense", "--help").ended(0)).startsWith("NAME");
  }

  @Test
  void withoutAnyWordTheHelpIsShownAsAnError() {
    Transcript bare = Transcript.of("");

    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.out()).isEmpty();
    assertThat(bare.err()).startsWith("NAME\n  spotwright - ");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(Transcript.of("", "--version").ended(0)).matches("spotwright .* \\(Java \\d+\\)\n");
  }

  @Test
  void completionKnowsVerbsFlagsAndValues() {
    assertThat(Transcript.of("", "completion", "bash").ended(0))
        .contains("plan", "--max-pool-share", "on-demand");
    assertThat(Transcript.of("", "completion", "zsh").ended(0)).contains("compinit");
  }

  @Test
  void completionForAnUnknownShellNamesTheKnownOnes() {
    Transcript.of("", "completion", "fish")
        .isRefusedWith("spotwright: completion: no script for shell 'fish'; use bash or zsh");
  }
}
