package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.diagnostic.Place;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.ScalarNode;
import io.spotwright.kubernetes.manifest.tree.ScalarType;
import io.spotwright.kubernetes.manifest.tree.YamlNode;
import io.spotwright.model.Quantity;
import io.spotwright.model.Resources;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads maps of quantities by resource name. */
public final class ResourceReader {
  private static final long SMALLEST_MEMORY = 1024;

  private ResourceReader() {}

  /** CPU in millicores, the rest in base units; faulty amounts are reported and left out. */
  public static Resources read(Fields owner, String key) {
    Map<String, Long> amounts = amounts(owner, key);
    amounts.values().removeIf(amount -> amount == 0);
    return Resources.of(amounts);
  }

  /** Upper bounds: unlike an amount, a bound of zero says something and is kept. */
  public static Resources limits(Fields owner, String key) {
    return Resources.of(amounts(owner, key));
  }

  /** As {@link #read}, but names with the amount zero are kept. */
  static Map<String, Long> amounts(@Nullable Fields owner, String key) {
    Map<String, Long> amounts = new TreeMap<>();
    Fields object = owner == null ? null : owner.object(key);
    if (object != null) {
      for (String name : object.keys()) {
        Long amount = quantity(object, name, name.equals(Resources.CPU));
        if (amount != null) {
          amounts.put(name, amount);
          doubtMemory(object, name, amount);
        }
      }
    }
    return amounts;
  }

  /** A quantity that is not negative; {@code null} when it is absent or faulty. */
  public static @Nullable Long quantity(Fields fields, String key, boolean milli) {
    YamlNode value = fields.value(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ScalarNode scalar) || scalar.type() == ScalarType.BOOLEAN) {
      fields.wrong(key, value, "a quantity such as 500m or 1Gi");
      return null;
    }
    try {
      long amount = Quantity.parse(text(scalar), milli);
      if (amount >= 0) {
        return amount;
      }
      fields.problem(
          key, fields.path(key) + " is " + scalar.value() + ", it must not be negative", "");
    } catch (IllegalArgumentException e) {
      fields.problem(key, fields.path(key) + ": " + e.getMessage(), "");
    }
    return null;
  }

  /** Numbers reach Kubernetes as JSON numbers: 0x10 as 16, 1_000 as 1000. */
  private static String text(ScalarNode scalar) {
    return scalar.type() == ScalarType.INTEGER
        ? ScalarType.value(scalar.value()).toPlainString()
        : scalar.type() == ScalarType.DECIMAL ? scalar.value().replace("_", "") : scalar.value();
  }

  private static void doubtMemory(Fields fields, String name, long amount) {
    boolean bytes = name.equals(Resources.MEMORY) || name.equals(Resources.EPHEMERAL_STORAGE);
    if (bytes && amount > 0 && amount < SMALLEST_MEMORY) {
      Place place = fields.place();
      fields
          .diagnostics()
          .note(
              place
                  + ": "
                  + fields.path(name)
                  + " is only "
                  + amount
                  + " bytes; Mi and Gi mean mebibytes and gibibytes, m means thousandths");
    }
  }
}
