package io.spotwright.cli;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.CommandLineReader;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Verb;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code spotwright completion}: a script that makes the shell complete verbs, flags and values.
 */
final class CompletionCommand implements Verb {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Override
  public Manual manual() {
    return new Manual(
        "completion",
        "shell completion for bash and zsh",
        "bash|zsh",
        List.of(
            "Prints a script for the shell. It completes verbs, flags, the values of flags that"
                + " have few, and file names."),
        List.of(),
        List.of(),
        List.of(
            new Manual.Entry(
                "source <(spotwright completion bash)", "For this shell, or in ~/.bashrc for all:"),
            new Manual.Entry(
                "autoload -U compinit && compinit; source <(spotwright completion zsh)",
                "The same in zsh:")));
  }

  @Override
  public int run(Arguments arguments, Console console) throws InputException, IOException {
    if (arguments.operands().size() != 1) {
      throw new InputException("completion", "name one shell", "bash or zsh");
    }
    String shell = arguments.operands().getFirst();
    if (!SHELLS.contains(shell)) {
      arguments.complain("completion", "no script for shell '" + shell + "'", "use bash or zsh");
    }
    arguments.check();
    Writer out = console.writer();
    // picocli's script holds for both: in zsh it switches on the emulation of bash completion
    // itself.
    out.write(AutoComplete.bash("spotwright", new CommandLine(program())));
    out.flush();
    return ExitCode.OK;
  }

  private static CommandSpec program() {
    CommandSpec program = CommandLineReader.spec(ProgramManual.manual()).name("spotwright");
    for (Verbs.Entry entry : Verbs.LISTED) {
      Verb verb = Verbs.find(entry.name());
      CommandSpec spec =
          verb == null
              ? CommandSpec.create()
              : CommandLineReader.spec(verb.manual())
                  .addOption(
                      CommandLine.Model.OptionSpec.builder("--help").type(boolean.class).build());
      program.addSubcommand(entry.name(), spec.name(entry.name()));
    }
    return program;
  }
}
