package io.spotwright.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a document against the keywords of JSON Schema that the project's schemas use. Stricter
 * than the standard in one thing: a field that the schema does not describe is a fault.
 */
final class SchemaCheck {
  private final Map<?, ?> root;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(Map<?, ?> root) {
    this.root = root;
  }

  static List<String> faults(Object schema, Object document) {
    SchemaCheck check = new SchemaCheck((Map<?, ?>) schema);
    check.check(check.root, document, "$");
    return check.faults;
  }

  private void check(Map<?, ?> schema, Object value, String path) {
    if (schema.get("$ref") instanceof String ref) {
      check(definition(ref), value, path);
      return;
    }
    if (schema.containsKey("const") && !schema.get("const").equals(value)) {
      faults.add(path + " is " + value + ", not " + schema.get("const"));
    }
    if (schema.get("enum") instanceof List<?> names && !names.contains(value)) {
      faults.add(path + " is " + value + ", not one of " + names);
    }
    if (schema.get("type") != null && !hasType(schema.get("type"), value)) {
      faults.add(path + " is " + value + ", not of type " + schema.get("type"));
    }
    switch (value) {
      case Number number -> range(schema, number.doubleValue(), path);
      case String text -> pattern(schema, text, path);
      case List<?> list -> items(schema, list, path);
      case Map<?, ?> map -> properties(schema, map, path);
      case null, default -> {}
    }
  }

  private Map<?, ?> definition(String ref) {
    return map(map(root, "$defs"), ref.substring("#/$defs/".length()));
  }

  private static boolean hasType(Object type, Object value) {
    if (type instanceof List<?> types) {
      return types.stream().anyMatch(each -> hasType(each, value));
    }
    return switch ((String) type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      case "null" -> value == null;
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private void range(Map<?, ?> schema, double number, String path) {
    if (schema.get("minimum") instanceof Number least && number < least.doubleValue()) {
      faults.add(path + " is " + number + ", below " + least);
    }
    if (schema.get("maximum") instanceof Number most && number > most.doubleValue()) {
      faults.add(path + " is " + number + ", above " + most);
    }
  }

  private void pattern(Map<?, ?> schema, String text, String path) {
    if (schema.get("pattern") instanceof String pattern && !Pattern.matches(pattern, text)) {
      faults.add(path + " is " + text + ", which " + pattern + " does not match");
    }
  }

  private void items(Map<?, ?> schema, List<?> list, String path) {
    for (int i = 0; i < list.size(); i++) {
      check(map(schema, "items"), list.get(i), path + "[" + i + "]");
    }
  }

  private void properties(Map<?, ?> schema, Map<?, ?> map, String path) {
    Map<?, ?> properties = map(schema, "properties");
    for (Object required : list(schema, "required")) {
      if (!map.containsKey(required)) {
        faults.add(path + " lacks " + required);
      }
    }
    map.forEach((name, value) -> {
      if (properties.get(name) instanceof Map<?, ?> property) {
        check(property, value, path + "." + name);
      } else {
        faults.add(path + "." + name + " is not described");
      }
    });
  }

  private static Map<?, ?> map(Map<?, ?> owner, String key) {
    return owner.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Map<?, ?> owner, String key) {
    return owner.get(key) instanceof List<?> list ? list : List.of();
  }
}
