package io.spotwright.kubernetes.manifest.tree;

/**
 * Cuts a text at its document markers, so that a broken document does not hide the others: a line
 * that starts with {@code ---} or {@code ...} ends every construct of YAML, block scalars included.
 * Directives ({@code %YAML}) stay with the document after them.
 */
final class DocumentSplitter {
  private final String text;
  private int start;
  private int end;
  private int startLine;
  private int nextLine;

  DocumentSplitter(String text) {
    this.text = text;
  }

  /** Moves to the next stretch; false at the end of the text. */
  boolean next() {
    if (end >= text.length()) {
      return false;
    }
    start = end;
    startLine = nextLine;
    boolean directivesOnly = true;
    boolean directive = false;
    int at = start;
    int lineBefore;
    do {
      char first = text.charAt(at);
      directive |= first == '%';
      directivesOnly &= first == '%' || first == '#' || first == '\n' || first == '\r';
      lineBefore = at;
      at = lineAfter(at);
      nextLine++;
    } while (at < text.length()
        && !isMarker("...", lineBefore)
        && !(isMarker("---", at) && !(directive && directivesOnly)));
    end = at;
    return true;
  }

  String stretch() {
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  /** Lines before the stretch. */
  int line() {
    return startLine;
  }

  private int lineAfter(int at) {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline + 1;
  }

  private boolean isMarker(String marker, int at) {
    return text.startsWith(marker, at)
        && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
  }
}
