package io.spotwright.kubernetes.manifest.tree;

/** A text as written; {@code plain} when it stands without quotes and may mean something else. */
public record ScalarNode(String value, boolean plain, int line, int column) implements YamlNode {

  public ScalarType type() {
    return plain ? ScalarType.ofPlain(value) : ScalarType.TEXT;
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public String describe() {
    String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
    return switch (type()) {
      case NULL -> "nothing";
      case BOOLEAN -> "the boolean " + shown;
      case INTEGER, DECIMAL -> "the number " + shown;
      case TEXT -> "the text \"" + shown.replace("\n", "\\n") + "\"";
    };
  }
}
