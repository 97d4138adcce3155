package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.Taint;
import io.spotwright.model.constraint.Toleration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads taints and the tolerations that answer them. */
public final class TaintReader {
  private static final List<String> EFFECTS =
      Arrays.stream(Taint.Effect.values()).map(Taint.Effect::yaml).toList();
  private static final List<String> OPERATORS = List.of("Exists", "Equal", "Lt", "Gt");

  private TaintReader() {}

  public static List<Taint> taints(Fields owner, String key) {
    List<Taint> taints = new ArrayList<>();
    for (Fields fields : owner.objects(key)) {
      String name = fields.text("key");
      Taint.Effect effect = effect(fields);
      if (!fields.has("effect")) {
        fields.problem(
            "effect",
            fields.path("effect") + " is missing",
            "one of " + String.join(", ", EFFECTS));
      }
      if (name == null || name.isEmpty()) {
        fields.missing("key");
      } else if (effect != null) {
        taints.add(new Taint(name, fields.text("value", ""), effect));
      }
    }
    return taints;
  }

  static List<Toleration> tolerations(Fields owner) {
    List<Toleration> tolerations = new ArrayList<>();
    for (Fields fields : owner.objects("tolerations")) {
      Toleration toleration = toleration(fields);
      if (toleration != null) {
        tolerations.add(toleration);
      }
    }
    return tolerations;
  }

  private static @Nullable Toleration toleration(Fields fields) {
    String key = fields.text("key", "");
    String operator = fields.has("operator") ? fields.oneOf("operator", OPERATORS) : "Equal";
    Taint.Effect effect = effect(fields);
    boolean effectFaulty = effect == null && !fields.text("effect", "").isEmpty();
    Integer seconds = fields.number("tolerationSeconds", Integer.MIN_VALUE, Integer.MAX_VALUE);
    String value = fields.text("value", "");
    if (operator == null || effectFaulty) {
      return null;
    }
    if (operator.equals("Lt") || operator.equals("Gt")) {
      fields
          .diagnostics()
          .note(
              fields.place()
                  + ": the toleration operator "
                  + operator
                  + " is not supported yet; the toleration is ignored");
      return null;
    }
    boolean exists = operator.equals("Exists");
    if (key.isEmpty() && !exists) {
      fields.problem(
          "key",
          fields.path() + " has no key, that needs the operator Exists",
          "name the taint's key");
      return null;
    }
    if (exists && !value.isEmpty()) {
      fields.problem(
          "value", fields.path("value") + " must be empty with Exists", "use Equal, or remove it");
      return null;
    }
    return new Toleration(key, exists, value, effect, seconds == null ? null : (long) seconds);
  }

  private static Taint.@Nullable Effect effect(Fields fields) {
    String text = fields.text("effect", "");
    if (text.isEmpty()) {
      return null;
    }
    String known = fields.oneOf("effect", EFFECTS);
    return known == null ? null : Taint.Effect.values()[EFFECTS.indexOf(known)];
  }
}
