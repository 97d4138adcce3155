package io.spotwright.kubernetes.manifest.tree;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.diagnostic.Place;
import io.spotwright.model.NearestNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of one mapping. A field that is absent or null reads as {@code null}
 * or empty; one of the wrong type is reported with its path and place and then reads as absent.
 */
public final class Fields {
  private final String file;
  private final Diagnostics diagnostics;
  private final MappingNode node;
  private final @Nullable Fields parent;
  private final String name;

  private Fields(
      String file,
      Diagnostics diagnostics,
      MappingNode node,
      @Nullable Fields parent,
      String name) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.node = node;
    this.parent = parent;
    this.name = name;
  }

  public static Fields root(String file, Diagnostics diagnostics, MappingNode node) {
    return new Fields(file, diagnostics, node, null, "");
  }

  /** {@code spec.template.spec}, for messages. */
  public String path() {
    if (parent == null || parent.path().isEmpty()) {
      return name;
    }
    return parent.path() + "." + name;
  }

  public Place place() {
    return new Place(file, node.line(), node.column());
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  public boolean has(String key) {
    return value(key) != null;
  }

  public List<String> keys() {
    return node.keys().stream().map(ScalarNode::value).toList();
  }

  /** The value, unless it is absent or null. */
  public @Nullable YamlNode value(String key) {
    YamlNode value = node.get(key);
    boolean absent = value instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
    return absent ? null : value;
  }

  public @Nullable Fields object(String key) {
    return switch (value(key)) {
      case null -> null;
      case MappingNode mapping -> new Fields(file, diagnostics, mapping, this, key);
      case YamlNode other -> {
        wrong(key, other, "a mapping");
        yield null;
      }
    };
  }

  public List<Fields> objects(String key) {
    List<YamlNode> items = items(key);
    List<Fields> objects = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof MappingNode mapping) {
        objects.add(new Fields(file, diagnostics, mapping, this, key + "[" + i + "]"));
      } else {
        wrong(key + "[" + i + "]", items.get(i), "a mapping");
      }
    }
    return objects;
  }

  private List<YamlNode> items(String key) {
    return switch (value(key)) {
      case null -> List.of();
      case SequenceNode sequence -> sequence.items();
      case YamlNode other -> {
        wrong(key, other, "a list");
        yield List.of();
      }
    };
  }

  public @Nullable String text(String key) {
    YamlNode value = value(key);
    return value == null ? null : text(key, value);
  }

  public String text(String key, String absent) {
    String text = text(key);
    return text == null ? absent : text;
  }

  private @Nullable String text(String label, YamlNode value) {
    if (value instanceof ScalarNode scalar && scalar.type() == ScalarType.TEXT) {
      return scalar.value();
    }
    wrong(label, value, "a text");
    return null;
  }

  public List<String> texts(String key) {
    List<YamlNode> items = items(key);
    List<String> texts = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String text = text(key + "[" + i + "]", items.get(i));
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A mapping of texts, as labels are. */
  public SortedMap<String, String> textMap(String key) {
    SortedMap<String, String> map = new TreeMap<>();
    Fields object = object(key);
    if (object != null) {
      for (ScalarNode entry : object.node.keys()) {
        YamlNode value = object.value(entry.value());
        String text = value == null ? "" : object.text(entry.value(), value);
        if (text != null) {
          map.put(entry.value(), text);
        }
      }
    }
    return map;
  }

  /** A whole number from 0 to 2^31 - 1. */
  public @Nullable Integer count(String key) {
    return number(key, 0, Integer.MAX_VALUE);
  }

  /** A whole number in the bounds, both included. */
  public @Nullable Integer number(String key, int least, int most) {
    YamlNode value = value(key);
    if (value == null) {
      return null;
    }
    BigDecimal number = decimal(value);
    if (number == null || number.precision() - number.scale() > 20 || !whole(number)) {
      wrong(key, value, "a whole number");
      return null;
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      String bounds =
          most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
      problem(key, path(key) + " is " + show(value) + ", it must be " + bounds, "");
      return null;
    }
    return number.intValueExact();
  }

  private static boolean whole(BigDecimal number) {
    return number.signum() == 0
        || (number.scale() < 50 && number.stripTrailingZeros().scale() <= 0);
  }

  private static @Nullable BigDecimal decimal(YamlNode value) {
    if (!(value instanceof ScalarNode scalar)) {
      return null;
    }
    ScalarType type = scalar.type();
    return type == ScalarType.INTEGER || type == ScalarType.DECIMAL
        ? ScalarType.value(scalar.value())
        : null;
  }

  public @Nullable Boolean flag(String key) {
    return switch (value(key)) {
      case null -> null;
      case ScalarNode scalar when scalar.type() == ScalarType.BOOLEAN ->
          ScalarType.truth(scalar.value());
      case YamlNode other -> {
        wrong(key, other, "true or false");
        yield null;
      }
    };
  }

  public boolean flag(String key, boolean absent) {
    Boolean flag = flag(key);
    return flag == null ? absent : flag;
  }

  /** One of the known texts; anything else is reported with the nearest of them. */
  public @Nullable String oneOf(String key, Collection<String> known) {
    String text = text(key);
    if (text == null || known.contains(text)) {
      return text;
    }
    problem(key, path(key) + " has the unknown value \"" + text + "\"", nearest(text, known));
    return null;
  }

  /** Reports every field that is not among the known ones. */
  public void only(Collection<String> known) {
    for (ScalarNode key : node.keys()) {
      if (!known.contains(key.value())) {
        diagnostics.problem(
            new Place(file, key.line(), key.column()),
            "unknown field '" + path(key.value()) + "'",
            nearest(key.value(), known));
      }
    }
  }

  private static String nearest(String name, Collection<String> known) {
    List<String> near = NearestNames.of(name, known, 3);
    return near.isEmpty()
        ? "known: " + String.join(", ", known)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  public String path(String key) {
    String path = path();
    return path.isEmpty() ? key : path + "." + key;
  }

  public void wrong(String key, YamlNode value, String expected) {
    diagnostics.problem(
        new Place(file, value.line(), value.column()),
        path(key) + " is " + show(value) + ", expected " + expected,
        hint(value, expected));
  }

  private static String show(YamlNode value) {
    return value.describe();
  }

  private static String hint(YamlNode value, String expected) {
    if (!(value instanceof ScalarNode scalar)) {
      return "check the indentation";
    }
    if (expected.equals("a text") && scalar.plain()) {
      return "write it in quotes: \"" + scalar.value() + "\"";
    }
    boolean quotedNumber = !scalar.plain() && ScalarType.ofPlain(scalar.value()) != ScalarType.TEXT;
    return quotedNumber ? "write it without quotes" : "check the spelling and the indentation";
  }

  /** Reports at the value of the field, or at this mapping when the field is absent. */
  public void problem(String key, String message, String hint) {
    YamlNode value = node.get(key);
    YamlNode at = value == null ? node : value;
    diagnostics.problem(new Place(file, at.line(), at.column()), message, hint);
  }

  public void missing(String key) {
    problem(key, path(key) + " is missing", "add it");
  }
}
