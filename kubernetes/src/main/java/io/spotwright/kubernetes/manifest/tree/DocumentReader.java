package io.spotwright.kubernetes.manifest.tree;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.diagnostic.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads the documents of one file, each for itself: a fault in one is reported and the next read.
 */
public final class DocumentReader {
  /** The parser grows its window by this many characters, copying it each time. */
  private static final int WINDOW = 4096;

  private static final int LARGE_WINDOW = 1 << 20;

  /** Stretches beyond this get the large window: a 20 MB text in one line is else quadratic. */
  private static final int LARGE = 1 << 17;

  private static final LoadSettings SETTINGS = settings(WINDOW);
  private static final LoadSettings LARGE_SETTINGS = settings(LARGE_WINDOW);
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  private final String file;
  private final Diagnostics diagnostics;
  private boolean templateReported;

  public DocumentReader(String file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  private static LoadSettings settings(int window) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setParseComments(false)
        .setBufferSize(window)
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  /** Hands the root of every readable document to {@code sink}, in order. */
  public void read(byte[] bytes, Consumer<YamlNode> sink) {
    String text = decode(bytes);
    if (text == null) {
      return;
    }
    DocumentSplitter splitter =
        new DocumentSplitter(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    while (splitter.next()) {
      document(splitter.stretch(), splitter.line(), sink);
    }
  }

  private void document(String text, int lineOffset, Consumer<YamlNode> sink) {
    TreeReader tree =
        new TreeReader(
            text.length() > LARGE ? LARGE_SETTINGS : SETTINGS, text, file, lineOffset, diagnostics);
    for (YamlNode root = next(tree, text, lineOffset);
        root != null;
        root = next(tree, text, lineOffset)) {
      sink.accept(root);
    }
  }

  /** The next document of the stretch; {@code null} at its end or at a fault, which is reported. */
  private @Nullable YamlNode next(TreeReader tree, String text, int lineOffset) {
    try {
      return tree.next();
    } catch (RefusedException e) {
      if (!e.mayBeTemplate() || !template(text, lineOffset)) {
        Place place = new Place(file, e.line(), e.column());
        diagnostics.problem(place, e.reason(), "simplify the document");
      }
    } catch (MarkedYamlEngineException e) {
      if (!template(text, lineOffset)) {
        broken(e, lineOffset);
      }
    } catch (ReaderException e) {
      unprintable(e, text, lineOffset);
    } catch (RuntimeException e) {
      // The parser is not ours: where it trips over damaged text, the other documents still count.
      diagnostics.problem(
          new Place(file, lineOffset + 1, 1),
          "broken YAML in the document that starts here: " + e.getMessage(),
          "look for a quote that is not closed");
    }
    return null;
  }

  /**
   * Damaged bytes decode to U+FFFD, which may also be meant: only then the strict decoder looks.
   */
  private @Nullable String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isStrict(bytes)) {
      diagnostics.problem(
          Place.whole(file), "is not UTF-8 text", "save it as UTF-8, or leave it out of the input");
      return null;
    }
    return text;
  }

  private static boolean isStrict(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private void broken(MarkedYamlEngineException e, int lineOffset) {
    @Nullable Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
    String problem = e.getProblem() == null ? String.valueOf(e.getContext()) : e.getProblem();
    String context = e.getContext() == null || e.getProblem() == null ? "" : e.getContext() + ": ";
    Place place =
        mark == null
            ? new Place(file, lineOffset + 1, 1)
            : new Place(file, lineOffset + mark.getLine() + 1, mark.getColumn() + 1);
    diagnostics.problem(
        place,
        "broken YAML: " + context + problem,
        "check the indentation, quotes and colons here and in the lines above");
  }

  /** Text of a Helm chart is not YAML before it is rendered; once per file is enough. */
  private boolean template(String text, int lineOffset) {
    int at = text.indexOf("{{");
    if (at < 0) {
      return false;
    }
    if (!templateReported) {
      templateReported = true;
      diagnostics.problem(
          at(text, at, lineOffset),
          "this is a template, not yet YAML",
          "render it first: helm template RELEASE CHART | spotwright plan -");
    }
    return true;
  }

  private void unprintable(ReaderException e, String text, int lineOffset) {
    int at = Math.clamp(e.getPosition(), 0, text.length());
    diagnostics.problem(
        at(text, at, lineOffset),
        String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()),
        "remove it; a file with NUL bytes is often UTF-16 or no text at all");
  }

  private Place at(String text, int offset, int lineOffset) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Place(file, lineOffset + line, offset - lineStart + 1);
  }
}
