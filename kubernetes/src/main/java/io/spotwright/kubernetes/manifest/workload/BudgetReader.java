package io.spotwright.kubernetes.manifest.workload;

import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.pod.SelectorReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.ScalarNode;
import io.spotwright.kubernetes.manifest.tree.ScalarType;
import io.spotwright.kubernetes.manifest.tree.YamlNode;
import io.spotwright.model.DisruptionBudget;
import io.spotwright.model.constraint.LabelSelector;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads PodDisruptionBudget. */
public final class BudgetReader {
  private static final Pattern PERCENT = Pattern.compile("([0-9]|[1-9][0-9]|100)%");

  private BudgetReader() {}

  /** {@code null} when it is faulty, which is reported. */
  public static @Nullable DisruptionBudget read(Header header, Fields object) {
    Fields spec = ControllerReader.spec(object);
    if (spec == null) {
      return null;
    }
    LabelSelector selector = selector(object, spec);
    String available = amount(spec, "minAvailable");
    String unavailable = amount(spec, "maxUnavailable");
    boolean both = spec.has("minAvailable") && spec.has("maxUnavailable");
    boolean none = !spec.has("minAvailable") && !spec.has("maxUnavailable");
    if (both || none) {
      spec.problem(
          both ? "maxUnavailable" : "minAvailable",
          header.key()
              + " sets "
              + (both ? "both" : "neither")
              + (both ? " minAvailable and" : " minAvailable nor")
              + " maxUnavailable",
          "set exactly one of them");
      return null;
    }
    if (available == null && unavailable == null) {
      return null;
    }
    return new DisruptionBudget(
        header.key().namespace(), header.key().name(), selector, available, unavailable);
  }

  /** In the long removed v1beta1 an empty selector selected nothing. */
  private static @Nullable LabelSelector selector(Fields object, Fields spec) {
    LabelSelector selector = SelectorReader.read(spec, "selector");
    boolean empty =
        selector != null
            && selector.matchLabels().isEmpty()
            && selector.matchExpressions().isEmpty();
    return empty && object.text("apiVersion", "").endsWith("v1beta1") ? null : selector;
  }

  private static @Nullable String amount(Fields spec, String key) {
    YamlNode value = spec.value(key);
    if (value instanceof ScalarNode scalar && scalar.type() == ScalarType.TEXT) {
      if (PERCENT.matcher(scalar.value()).matches()) {
        return scalar.value();
      }
      spec.problem(
          key,
          spec.path(key) + " is " + scalar.describe() + ", expected a count or a percentage",
          "a count without quotes such as 2, or a percentage from 0% to 100%");
      return null;
    }
    Integer count = spec.count(key);
    return count == null ? null : Integer.toString(count);
  }
}
