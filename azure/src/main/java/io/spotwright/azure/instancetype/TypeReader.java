package io.spotwright.azure.instancetype;

import com.fasterxml.jackson.core.JsonLocation;
import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.Labels;
import io.spotwright.model.Quantity;
import io.spotwright.model.Resources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one instance type with its offerings. */
final class TypeReader {
  private static final String KARPENTER = "karpenter.azure.com/";

  /** What Karpenter's kwok provider subtracts from every type. */
  private static final Map<String, Long> KWOK_OVERHEAD =
      Map.of(Resources.CPU, 100L, Resources.MEMORY, 10L << 20);

  private static final long DEFAULT_PODS = 110;
  private static final long UNLIMITED_DISKS = 1_000_000;

  private final JsonCursor json;
  private final JsonLocation start;
  private String name = "";
  private String architecture = "";
  private String family = "";
  private @Nullable Integer vcpus;
  private List<String> operatingSystems = List.of();
  private Map<String, Long> capacity = Map.of();
  private Map<String, Long> overhead = KWOK_OVERHEAD;
  private final SortedMap<String, String> labels = new TreeMap<>();
  private final List<OfferingReader.Entry> entries = new ArrayList<>();

  private TypeReader(JsonCursor json) {
    this.json = json;
    this.start = json.here();
  }

  /** The available offerings; none when something is wrong, which {@code json} then tells. */
  static List<Offering> read(JsonCursor json, Set<String> names) throws IOException {
    json.subject("");
    TypeReader reader = new TypeReader(json);
    int before = json.faults();
    json.object("an instance type", reader::field);
    if (json.faults() == before) {
      reader.check(names);
    }
    return json.faults() > before ? List.of() : reader.offerings();
  }

  private void field(String field) throws IOException {
    switch (field) {
      case "name" -> name();
      case "architecture" -> architecture = text(field);
      case "family" -> family = text(field);
      case "vcpu" -> vcpus = vcpus();
      case "operatingSystems" -> operatingSystems = json.strings(field);
      case "resources" -> capacity = amounts(field);
      case "overhead" -> overhead = amounts(field);
      case "labels" -> json.object(field, key -> labels.put(key, text("label " + key)));
      case "offerings" -> json.array(field, () -> entries.addAll(OfferingReader.read(json)));
      default -> json.skip();
    }
  }

  private void name() throws IOException {
    name = text("name");
    json.subject(name);
  }

  private String text(String field) throws IOException {
    String text = json.string(field);
    return text == null ? "" : text;
  }

  private @Nullable Integer vcpus() throws IOException {
    JsonLocation place = json.here();
    Double number = json.number("vcpu");
    if (number != null && (number < 1 || number > 1_000_000 || number != Math.rint(number))) {
      json.problem(
          place, "vcpu" + json.subject() + " is " + number + "; expected a whole number above 0");
    }
    return number == null ? null : number.intValue();
  }

  private Map<String, Long> amounts(String field) throws IOException {
    Map<String, Long> amounts = new TreeMap<>();
    json.object(
        field,
        resource -> {
          JsonLocation place = json.here();
          String what = field + "." + resource;
          String text = json.scalar(what);
          if (text != null) {
            amounts.put(resource, amount(place, what, resource, text));
          }
        });
    return amounts;
  }

  private long amount(JsonLocation place, String what, String resource, String text) {
    try {
      long amount = Quantity.parse(text, resource.equals(Resources.CPU));
      if (amount < 0) {
        json.problem(place, what + json.subject() + " is negative: '" + text + "'");
      }
      return amount;
    } catch (IllegalArgumentException e) {
      json.problem(place, what + json.subject() + ": " + e.getMessage());
      return 0;
    }
  }

  private void check(Set<String> names) {
    int before = json.faults();
    require(!name.isEmpty(), "an instance type has no name");
    require(name.isEmpty() || names.add(name), "instance type '" + name + "' is defined twice");
    require(!architecture.isEmpty(), "no architecture" + json.subject());
    require(!operatingSystems.isEmpty(), "no operatingSystems" + json.subject());
    for (String resource : List.of(Resources.CPU, Resources.MEMORY)) {
      long whole = capacity.getOrDefault(resource, 0L);
      require(whole > 0, "no " + resource + " in the resources" + json.subject());
    }
    if (json.faults() == before) {
      checkOverhead();
    }
    Set<String> seen = new HashSet<>();
    for (OfferingReader.Entry entry : entries) {
      String offer = entry.zone() + " " + entry.capacityType().label();
      require(seen.add(offer), "two offerings" + json.subject() + " in " + offer);
    }
  }

  private void checkOverhead() {
    overhead.forEach((resource, amount) ->
        require(
            amount <= capacity.getOrDefault(resource, 0L),
            "overhead." + resource + json.subject() + " is more than the resources"));
  }

  private void require(boolean held, String message) {
    if (!held) {
      json.problem(start, message);
    }
  }

  private List<Offering> offerings() {
    VmSize size = size();
    return entries.stream()
        .map(entry -> new Offering(size, entry.zone(), entry.capacityType(), entry.price(), false))
        .toList();
  }

  private VmSize size() {
    Map<String, Long> whole = new TreeMap<>(capacity);
    whole.putIfAbsent(Resources.PODS, DEFAULT_PODS);
    // A node that reports no limit on attached disks has none for kube-scheduler.
    whole.putIfAbsent(Resources.DISKS, UNLIMITED_DISKS);
    Map<String, Long> rest = new TreeMap<>(whole);
    overhead.forEach((resource, amount) -> rest.merge(resource, -amount, Long::sum));
    int cores =
        vcpus == null ? (int) Math.ceilDiv(whole.getOrDefault(Resources.CPU, 0L), 1000L) : vcpus;
    return new VmSize(
        name, familyOfSize(), cores, labels(), Resources.of(whole), Resources.of(rest));
  }

  private SortedMap<String, String> labels() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put(Labels.INSTANCE_TYPE, name);
    all.put(Labels.ARCH, architecture);
    all.put(Labels.OS, operatingSystems.contains("linux") ? "linux" : operatingSystems.getFirst());
    all.put(KARPENTER + "sku-name", name);
    if (!family.isEmpty()) {
      all.put(KARPENTER + "sku-family", family);
    }
    if (vcpus != null) {
      all.put(KARPENTER + "sku-cpu", vcpus.toString());
    }
    all.putAll(labels);
    return all;
  }

  private String familyOfSize() {
    String azure = AzureFamilies.of(name);
    if (!azure.isEmpty()) {
      return azure;
    }
    return family.isEmpty() ? name.replaceFirst("[-_.]?\\d.*$", "") : family;
  }
}
