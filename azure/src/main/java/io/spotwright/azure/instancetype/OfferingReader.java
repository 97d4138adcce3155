package io.spotwright.azure.instancetype;

import com.fasterxml.jackson.core.JsonLocation;
import io.spotwright.model.CapacityType;
import io.spotwright.model.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of {@code offerings}. A requirement that allows several zones or capacity types
 * stands for each of them.
 */
final class OfferingReader {
  /** An offering that is available, before its size is known. */
  record Entry(String zone, CapacityType capacityType, double price) {}

  private final JsonCursor json;
  private final JsonLocation start;
  private final Map<String, List<String>> allowed = new HashMap<>();
  private @Nullable Double price;
  private boolean available = true;
  private boolean faulty;

  private OfferingReader(JsonCursor json) {
    this.json = json;
    this.start = json.here();
  }

  static List<Entry> read(JsonCursor json) throws IOException {
    OfferingReader reader = new OfferingReader(json);
    int before = json.faults();
    json.object("an offering", reader::field);
    return json.faults() > before ? List.of() : reader.entries();
  }

  private void field(String name) throws IOException {
    // Go reads field names in any case; files with lower-case names are about.
    switch (name.toLowerCase(Locale.ROOT)) {
      case "price" -> price();
      case "available" -> available = !Boolean.FALSE.equals(json.flag("Available"));
      case "requirements" -> json.array("Requirements", this::requirement);
      default -> json.skip();
    }
  }

  private void price() throws IOException {
    JsonLocation place = json.here();
    price = json.number("Price");
    if (price != null && !(price > 0 && price < Double.POSITIVE_INFINITY)) {
      json.problem(place, "Price" + json.subject() + " is " + price + "; expected more than 0");
    }
  }

  private void requirement() throws IOException {
    JsonLocation place = json.here();
    String[] parts = {"", "In"};
    List<String> values = new ArrayList<>();
    json.object(
        "a requirement",
        field -> {
          switch (field) {
            case "key" -> parts[0] = text("key");
            case "operator" -> parts[1] = text("operator");
            case "values" -> values.addAll(json.strings("values"));
            default -> json.skip();
          }
        });
    boolean read = parts[0].equals(Labels.ZONE) || parts[0].equals(Labels.CAPACITY_TYPE);
    if (read && (!parts[1].equals("In") || values.isEmpty())) {
      json.problem(place, parts[0] + json.subject() + " must be In with at least one value");
    }
    allowed.put(parts[0], values);
  }

  private String text(String what) throws IOException {
    String text = json.string(what);
    return text == null ? "" : text;
  }

  private List<Entry> entries() {
    if (!available) {
      return List.of();
    }
    if (price == null) {
      missing("Price");
    }
    List<String> zones = required(Labels.ZONE);
    List<CapacityType> capacityTypes = new ArrayList<>();
    for (String name : required(Labels.CAPACITY_TYPE)) {
      CapacityType capacityType = capacityType(name);
      if (capacityType != null) {
        capacityTypes.add(capacityType);
      }
    }
    List<Entry> entries = new ArrayList<>();
    if (price != null && !faulty) {
      for (String zone : zones) {
        for (CapacityType capacityType : capacityTypes) {
          entries.add(new Entry(zone, capacityType, price));
        }
      }
    }
    return entries;
  }

  private List<String> required(String key) {
    List<String> values = allowed.get(key);
    if (values == null) {
      missing("requirement on " + key);
      return List.of();
    }
    return values;
  }

  private @Nullable CapacityType capacityType(String name) {
    for (CapacityType capacityType : CapacityType.values()) {
      if (capacityType.label().equals(name)) {
        return capacityType;
      }
    }
    String known =
        Arrays.stream(CapacityType.values())
            .map(CapacityType::label)
            .collect(Collectors.joining(", "));
    fault("unknown capacity type '" + name + "'" + json.subject() + "; known: " + known);
    return null;
  }

  private void missing(String what) {
    fault("an offering" + json.subject() + " has no " + what);
  }

  private void fault(String message) {
    faulty = true;
    json.problem(start, message);
  }
}
