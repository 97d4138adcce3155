package io.spotwright.kubernetes.manifest.policy;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.ScalarNode;
import io.spotwright.kubernetes.manifest.tree.ScalarType;
import io.spotwright.kubernetes.manifest.tree.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads shares: {@code 25%} or {@code 0.25}. */
final class Shares {
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?%");

  private Shares() {}

  static @Nullable Double read(@Nullable Fields owner, String key) {
    YamlNode value = owner == null ? null : owner.value(key);
    if (owner == null || value == null) {
      return null;
    }
    Double share = value instanceof ScalarNode scalar ? share(scalar) : null;
    if (share == null || share <= 0 || share > 1) {
      owner.problem(
          key,
          owner.path(key) + " is " + value.describe() + ", expected a share above 0% up to 100%",
          "write 25% or 0.25");
      return null;
    }
    return share;
  }

  private static @Nullable Double share(ScalarNode scalar) {
    String text = scalar.value();
    if (PERCENT.matcher(text).matches()) {
      return new BigDecimal(text.substring(0, text.length() - 1)).doubleValue() / 100;
    }
    ScalarType type = scalar.type();
    return type == ScalarType.INTEGER || type == ScalarType.DECIMAL
        ? ScalarType.value(text).doubleValue()
        : null;
  }
}
