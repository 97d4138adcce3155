package io.spotwright.cli.command;

import io.spotwright.model.NearestNames;
import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads a verb's command line with picocli, whose model is built here from the {@link Manual}:
 * without annotations there is nothing to reflect on, which is most of picocli's start-up time.
 */
public final class CommandLineReader {
  private CommandLineReader() {}

  public static Arguments read(Manual manual, List<String> words) throws InputException {
    CommandLine parser = new CommandLine(spec(manual));
    try {
      CommandLine.ParseResult result = parser.parseArgs(words.toArray(String[]::new));
      Map<String, List<String>> flags = new HashMap<>();
      Set<String> known = new LinkedHashSet<>();
      for (Flag flag : manual.flags()) {
        known.add(flag.name());
        if (result.hasMatchedOption(flag.name())) {
          flags.put(flag.name(), values(flag, result));
        }
      }
      List<String> operands = result.matchedPositionalValue(0, List.<String>of());
      return new Arguments(operands, flags, known);
    } catch (CommandLine.UnmatchedArgumentException e) {
      List<String> names = manual.flags().stream().map(Flag::name).toList();
      throw new InputException(
          e.getUnmatched().stream().map(word -> unknown(manual, word, names)).toList());
    } catch (CommandLine.ParameterException e) {
      throw new InputException("", message(e), "see " + manual.command() + " --help");
    }
  }

  /** The model of one verb, also used to write shell completion. */
  public static CommandSpec spec(Manual manual) {
    CommandSpec spec = CommandSpec.create().name(manual.command());
    for (Flag flag : manual.flags()) {
      OptionSpec.Builder option = OptionSpec.builder(flag.name());
      if (flag.takesValue()) {
        option.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel(flag.value());
        if (!flag.choices().isEmpty()) {
          option.completionCandidates(flag.choices());
        } else if (flag.value().equals("FILE")) {
          // The type alone makes shell completion offer file names; values are read as text.
          option.auxiliaryTypes(File.class).converters(text -> text);
        }
      } else {
        option.type(boolean.class).arity("0");
      }
      spec.addOption(option.build());
    }
    if (!manual.operands().isEmpty()) {
      spec.addPositional(operands(manual.operands()));
    }
    return spec;
  }

  /**
   * Words in the placeholder with a bar between them are offered by completion, else file names.
   */
  private static PositionalParamSpec operands(String placeholder) {
    PositionalParamSpec.Builder operands =
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .paramLabel(placeholder)
            .type(List.class)
            .auxiliaryTypes(String.class);
    if (placeholder.contains("|")) {
      operands.completionCandidates(Arrays.asList(placeholder.split("\\|", -1)));
    } else if (placeholder.startsWith("INPUT")) {
      operands.auxiliaryTypes(File.class).converters(text -> text);
    }
    return operands.build();
  }

  private static List<String> values(Flag flag, CommandLine.ParseResult result) {
    return flag.takesValue()
        ? result.matchedOptionValue(flag.name(), List.<String>of())
        : List.of();
  }

  private static Complaint unknown(Manual manual, String word, List<String> names) {
    String help = "see " + manual.command() + " --help";
    if (!word.startsWith("-")) {
      return new Complaint("", "'" + word + "' is not expected here", help);
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    return new Complaint(
        "", "unknown option '" + name + "'" + NearestNames.hint(name, names), help);
  }

  private static String message(CommandLine.ParameterException e) {
    if (e instanceof CommandLine.MissingParameterException missing
        && missing.getMissing().size() == 1
        && missing.getMissing().getFirst() instanceof OptionSpec option) {
      return option.longestName() + " needs a value: " + option.paramLabel();
    }
    return String.valueOf(e.getMessage());
  }
}
