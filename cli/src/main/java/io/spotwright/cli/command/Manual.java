package io.spotwright.cli.command;

import java.util.List;

/**
 * The help of a verb, and at the same time the definition of its command line.
 *
 * @param verb empty for the program itself
 * @param purpose one phrase
 * @param operands the placeholder of what stands without a flag, for instance {@code INPUT...};
 *     empty when there is none
 * @param description paragraphs
 * @param flags in the order they are listed, grouped by {@link Flag#group()}
 * @param sections further headed sections, before the examples
 * @param examples commands with what they do
 */
public record Manual(
    String verb,
    String purpose,
    String operands,
    List<String> description,
    List<Flag> flags,
    List<Section> sections,
    List<Entry> examples) {

  public Manual {
    description = List.copyOf(description);
    flags = List.copyOf(flags);
    sections = List.copyOf(sections);
    examples = List.copyOf(examples);
  }

  /** A heading with entries. */
  public record Section(String title, List<Entry> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /** A term and what it means. */
  public record Entry(String term, String text) {}

  public String command() {
    return verb.isEmpty() ? "spotwright" : "spotwright " + verb;
  }
}
