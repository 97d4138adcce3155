package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.LabelSelector;
import org.jspecify.annotations.Nullable;

/** Reads label selectors. */
public final class SelectorReader {
  private SelectorReader() {}

  /** {@code null} when the field is absent, which selects nothing. */
  public static @Nullable LabelSelector read(Fields owner, String key) {
    Fields selector = owner.object(key);
    return selector == null
        ? null
        : new LabelSelector(
            LabelRules.labels(selector, "matchLabels"),
            RequirementReader.SELECTOR.read(selector, "matchExpressions"));
  }
}
