package io.spotwright.azure.instancetype;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON document and notes what is not as expected instead of stopping at it. Every method
 * starts on the first token of a value and ends on its last.
 */
final class JsonCursor {
  /** Nobody reads more, and a file of another kind can be wrong in every line. */
  private static final int MOST_PROBLEMS = 100;

  private final String file;
  private final JsonParser parser;
  private final List<Problem> problems = new ArrayList<>();
  private String subject = "";
  private int faults;

  JsonCursor(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** Reads one field; must consume its value. */
  interface FieldReader {
    void read(String name) throws IOException;
  }

  /** Reads one element of an array; must consume it. */
  interface ElementReader {
    void read() throws IOException;
  }

  List<Problem> problems() {
    return problems;
  }

  /** What the fields read from now on belong to; part of every message. */
  void subject(String name) {
    subject = name.isEmpty() ? "" : " of '" + name + "'";
  }

  String subject() {
    return subject;
  }

  JsonLocation here() {
    return parser.currentTokenLocation();
  }

  /** How many problems were found so far, listed or not. */
  int faults() {
    return faults;
  }

  void problem(JsonLocation place, String message) {
    faults++;
    if (problems.size() < MOST_PROBLEMS) {
      int line = Math.max(0, place.getLineNr());
      problems.add(new Problem(file, line, place.getColumnNr(), message));
    } else if (problems.size() == MOST_PROBLEMS) {
      problems.add(new Problem(file, 0, 0, "more problems follow; they are not listed"));
    }
  }

  void object(String what, FieldReader fields) throws IOException {
    if (!expect(JsonToken.START_OBJECT, what, "an object")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.read(name);
    }
  }

  void array(String what, ElementReader elements) throws IOException {
    if (!expect(JsonToken.START_ARRAY, what, "an array")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.read();
    }
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  @Nullable String string(String what) throws IOException {
    return expect(JsonToken.VALUE_STRING, what, "a string") ? parser.getText() : null;
  }

  List<String> strings(String what) throws IOException {
    List<String> values = new ArrayList<>();
    array(
        what,
        () -> {
          String value = string(what);
          if (value != null) {
            values.add(value);
          }
        });
    return values;
  }

  /** The text of a string or number: quantities may be either. */
  @Nullable String scalar(String what) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return parser.getText();
    }
    wrong(what, "a quantity such as \"2\" or \"16Gi\"");
    return null;
  }

  @Nullable Double number(String what) throws IOException {
    if (parser.currentToken().isNumeric()) {
      return parser.getDoubleValue();
    }
    wrong(what, "a number");
    return null;
  }

  @Nullable Boolean flag(String what) throws IOException {
    if (parser.currentToken().isBoolean()) {
      return parser.getBooleanValue();
    }
    wrong(what, "true or false");
    return null;
  }

  private boolean expect(JsonToken token, String what, String expected) throws IOException {
    if (parser.currentToken() == token) {
      return true;
    }
    wrong(what, expected);
    return false;
  }

  private void wrong(String what, String expected) throws IOException {
    String found =
        switch (parser.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_NULL -> "null";
          default -> abbreviated(parser.getText());
        };
    problem(here(), what + subject + " is " + found + "; expected " + expected);
    skip();
  }

  private static String abbreviated(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
  }
}
