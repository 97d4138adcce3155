package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.constraint.Operator;
import io.spotwright.model.constraint.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions over labels, wherever the API has them, each with the operators it allows. */
public enum RequirementReader {
  /** {@code matchExpressions} of a label selector. */
  SELECTOR(EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.EXISTS, Operator.DOES_NOT_EXIST)),
  /** Node affinity. */
  NODE(
      EnumSet.of(
          Operator.IN,
          Operator.NOT_IN,
          Operator.EXISTS,
          Operator.DOES_NOT_EXIST,
          Operator.GT,
          Operator.LT)),
  /** Requirements of a NodePool or a SpotPolicy, with minValues. */
  NODE_POOL(EnumSet.allOf(Operator.class));

  private final Set<Operator> operators;
  private final List<String> names;

  RequirementReader(Set<Operator> operators) {
    this.operators = operators;
    this.names = operators.stream().map(Operator::yaml).toList();
  }

  public List<Requirement> read(Fields owner, String key) {
    List<Requirement> requirements = new ArrayList<>();
    for (Fields each : owner.objects(key)) {
      Requirement requirement = requirement(each);
      if (requirement != null) {
        requirements.add(requirement);
      }
    }
    return requirements;
  }

  private @Nullable Requirement requirement(Fields fields) {
    String key = fields.text("key");
    String name = fields.oneOf("operator", names);
    List<String> values = fields.texts("values");
    Integer minValues = this == NODE_POOL ? fields.number("minValues", 1, 50) : null;
    if (!fields.has("key")) {
      fields.missing("key");
    }
    if (!fields.has("operator")) {
      fields.problem(
          "operator",
          fields.path("operator") + " is missing",
          "one of " + String.join(", ", names));
    }
    if (key == null || name == null) {
      return null;
    }
    if (!LabelRules.isKey(key)) {
      fields.problem("key", LabelRules.badKey(fields.path(), key), LabelRules.KEY_HINT);
      return null;
    }
    Operator operator = Operator.of(name);
    return operators.contains(operator) && valuesFit(fields, operator, values)
        ? new Requirement(key, operator, values, minValues)
        : null;
  }

  private static boolean valuesFit(Fields fields, Operator operator, List<String> values) {
    String path = fields.path("values");
    return switch (operator) {
      case IN, NOT_IN -> {
        if (values.isEmpty()) {
          fields.problem(
              "values",
              path + " is empty, " + operator.yaml() + " needs at least one value",
              "add values, or use Exists or DoesNotExist");
        }
        yield !values.isEmpty();
      }
      case EXISTS, DOES_NOT_EXIST -> {
        if (!values.isEmpty()) {
          fields.problem(
              "values",
              path + " must be empty with " + operator.yaml(),
              "remove the values, or use In or NotIn");
        }
        yield values.isEmpty();
      }
      case GT, LT, GTE, LTE -> {
        boolean integer = values.size() == 1 && isInteger(values.getFirst());
        if (!integer) {
          fields.problem(
              "values",
              path + " must hold exactly one whole number with " + operator.yaml(),
              "write it as a text: values: [\"8\"]");
        }
        yield integer;
      }
    };
  }

  private static boolean isInteger(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
