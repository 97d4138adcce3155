package io.spotwright.cli.command;

import io.spotwright.cli.document.Style;
import io.spotwright.cli.document.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders a {@link Manual} in 100 columns. It uses no command-line library, which keeps {@code
 * --help} within the time a person does not notice.
 */
public final class ManPage {
  private static final int WIDTH = 100;
  private static final int TERM = 31;

  private final StringBuilder page = new StringBuilder();
  private final Style style;

  private ManPage(Style style) {
    this.style = style;
  }

  public static String render(Manual manual, Style style) {
    return new ManPage(style).write(manual);
  }

  private String write(Manual manual) {
    heading("NAME");
    paragraph(manual.command() + " - " + manual.purpose());
    heading("SYNOPSIS");
    paragraph(synopsis(manual));
    heading("DESCRIPTION");
    manual.description().forEach(this::paragraph);
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    for (Flag flag : manual.flags()) {
      String term = flag.takesValue() ? flag.name() + " " + flag.value() : flag.name();
      entry(groups.computeIfAbsent(flag.group(), group -> new StringBuilder()), term, flag.help());
    }
    groups.forEach((group, text) -> {
      heading(group.toUpperCase(java.util.Locale.ROOT));
      page.append(text).append('\n');
    });
    for (Manual.Section section : manual.sections()) {
      heading(section.title());
      section.entries().forEach(entry -> entry(page, entry.term(), entry.text()));
      page.append('\n');
    }
    examples(manual.examples());
    return page.toString().stripTrailing() + "\n";
  }

  private static String synopsis(Manual manual) {
    String options = manual.flags().isEmpty() ? "" : " [OPTION]...";
    return manual.command()
        + (manual.operands().isEmpty() ? "" : " " + manual.operands())
        + options;
  }

  private void heading(String title) {
    page.append(style.bold(title)).append('\n');
  }

  private void paragraph(String text) {
    for (String line : Text.wrap(text, WIDTH - 2)) {
      page.append("  ").append(line).append('\n');
    }
    page.append('\n');
  }

  private static void entry(StringBuilder into, String term, String text) {
    String label = "  " + term;
    boolean ownLine = label.length() > TERM - 2;
    into.append(ownLine ? label + "\n" + " ".repeat(TERM) : Text.left(label, TERM));
    String indent = "";
    for (String line : Text.wrap(text, WIDTH - TERM)) {
      into.append(indent).append(line).append('\n');
      indent = " ".repeat(TERM);
    }
  }

  private void examples(List<Manual.Entry> examples) {
    if (examples.isEmpty()) {
      return;
    }
    heading("EXAMPLES");
    for (Manual.Entry example : examples) {
      page.append("  ").append(example.text()).append('\n');
      page.append("    ").append(style.bold(example.term())).append("\n\n");
    }
  }
}
