package io.spotwright.cli.document;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one document of objects, arrays and scalars as it goes, without holding it in memory.
 * Inside an object every value is preceded by {@link #name}.
 */
public interface DocumentWriter {

  DocumentWriter beginObject() throws IOException;

  DocumentWriter endObject() throws IOException;

  DocumentWriter beginArray() throws IOException;

  DocumentWriter endArray() throws IOException;

  DocumentWriter name(String name) throws IOException;

  DocumentWriter value(@Nullable String value) throws IOException;

  DocumentWriter value(long value) throws IOException;

  /** The shortest text that reads back as the same number; null when it is not finite. */
  DocumentWriter value(double value) throws IOException;

  DocumentWriter value(boolean value) throws IOException;

  /** Strings on as few lines as the format allows. */
  default DocumentWriter strings(Iterable<String> values) throws IOException {
    beginArray();
    for (String value : values) {
      value(value);
    }
    return endArray();
  }

  /** Ends the document with a line break and flushes it. */
  void finish() throws IOException;
}
