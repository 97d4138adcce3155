package io.spotwright.cli;

import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.CommandLineReader;
import io.spotwright.cli.command.Complaint;
import io.spotwright.cli.command.Console;
import io.spotwright.cli.command.ExitCode;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.ManPage;
import io.spotwright.cli.command.Manual;
import io.spotwright.cli.command.Verb;
import io.spotwright.model.NearestNames;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The program. Everything but the process itself goes through {@link #run}, so tests host it too.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // System.out would swallow a full disk, and encode by the locale.
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Terminal.isTerminal(1),
            Terminal.isTerminal(2),
            System.getenv());
    System.exit(run(List.of(args), console));
  }

  /** Runs one command line on streams that nobody watches; returns the exit code. */
  public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    return run(List.of(args), Console.of(in, out, err));
  }

  /** Runs one command line; returns the exit code and throws nothing. */
  public static int run(List<String> words, Console console) {
    try {
      return dispatch(words, console);
    } catch (InputException e) {
      for (Complaint complaint : e.complaints()) {
        console.err().println(complaint.line());
      }
      return ExitCode.BAD_INPUT;
    } catch (IOException | RuntimeException | Error e) {
      return Defect.report(e, console);
    } finally {
      console.err().flush();
    }
  }

  private static int dispatch(List<String> words, Console console)
      throws InputException, IOException {
    if (words.isEmpty()) {
      console.err().print(ManPage.render(ProgramManual.manual(), console.style()));
      return ExitCode.BAD_INPUT;
    }
    String name = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    if (name.equals("--version")) {
      return print(Version.line() + "\n", console);
    }
    if (name.equals("help") || isHelp(name)) {
      return help(rest, console);
    }
    Verb verb = verb(name);
    if (asksForHelp(rest)) {
      return page(verb.manual(), console);
    }
    Arguments arguments = CommandLineReader.read(verb.manual(), rest);
    return verb.run(arguments, console);
  }

  private static int help(List<String> words, Console console) throws InputException, IOException {
    Manual manual =
        words.isEmpty() || words.getFirst().equals("help")
            ? ProgramManual.manual()
            : verb(words.getFirst()).manual();
    return page(manual, console);
  }

  private static Verb verb(String name) throws InputException {
    Verb verb = Verbs.find(name);
    if (verb != null) {
      return verb;
    }
    String what = name.startsWith("-") ? "unknown option '" : "unknown verb '";
    throw new InputException(
        "", what + name + "'" + NearestNames.hint(name, Verbs.names()), "see spotwright --help");
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  private static boolean asksForHelp(List<String> words) {
    for (String word : words) {
      if (word.equals("--")) {
        return false;
      }
      if (isHelp(word)) {
        return true;
      }
    }
    return false;
  }

  private static int page(Manual manual, Console console) throws IOException {
    return print(ManPage.render(manual, console.style()), console);
  }

  private static int print(String text, Console console) throws IOException {
    Writer out = console.writer();
    out.write(text);
    out.flush();
    return ExitCode.OK;
  }
}
