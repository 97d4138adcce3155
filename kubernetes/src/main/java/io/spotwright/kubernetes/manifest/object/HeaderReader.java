package io.spotwright.kubernetes.manifest.object;

import io.spotwright.kubernetes.manifest.pod.LabelRules;
import io.spotwright.kubernetes.manifest.tree.Fields;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code metadata}. */
public final class HeaderReader {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*+");
  private static final int LONGEST_NAME = 253;

  private HeaderReader() {}

  /** {@code null} when the object has no usable name, which is reported. */
  public static @Nullable Header read(Fields object, String kind, boolean namespaced) {
    Fields metadata = object.object("metadata");
    if (metadata == null) {
      if (!object.has("metadata")) {
        object.problem("metadata", kind + " has no metadata", "add metadata with a name");
      }
      return null;
    }
    String name = name(metadata, kind);
    String namespace = namespaced ? metadata.text("namespace", "default") : "";
    if (name == null) {
      return null;
    }
    return new Header(
        new ObjectKey(kind, namespace.isEmpty() && namespaced ? "default" : namespace, name),
        object.place(),
        LabelRules.labels(metadata, "labels"),
        metadata.has("annotations")
            ? metadata.textMap("annotations")
            : Collections.emptySortedMap(),
        owner(metadata, namespace),
        metadata.has("deletionTimestamp"));
  }

  private static @Nullable String name(Fields metadata, String kind) {
    String name = metadata.text("name");
    if (name == null && !metadata.has("name")) {
      String prefix = metadata.text("generateName");
      if (prefix == null) {
        metadata.problem("name", kind + " has no metadata.name", "give it a name");
        return null;
      }
      name = prefix + "generated";
    }
    if (name != null && (name.length() > LONGEST_NAME || !NAME.matcher(name).matches())) {
      metadata.problem(
          "name",
          "metadata.name \"" + name + "\" is no name that Kubernetes accepts",
          "lower-case letters, digits, '-' and '.', with a letter or digit at both ends");
      return null;
    }
    return name;
  }

  private static @Nullable ObjectKey owner(Fields metadata, String namespace) {
    List<Fields> references = metadata.objects("ownerReferences");
    Fields owner = references.isEmpty() ? null : references.getFirst();
    for (Fields reference : references) {
      if (reference.flag("controller", false)) {
        owner = reference;
      }
    }
    if (owner == null) {
      return null;
    }
    String kind = owner.text("kind");
    String name = owner.text("name");
    return kind == null || name == null
        ? null
        : new ObjectKey(kind, kind.equals("Node") ? "" : namespace, name);
  }
}
