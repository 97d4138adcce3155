package io.spotwright.model.constraint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expression over a label, as in {@code matchExpressions} and in a NodePool's requirements.
 *
 * <p>{@code values} holds exactly one integer for {@code Gt, Lt, Gte, Lte} and nothing for {@code
 * Exists, DoesNotExist}. {@code minValues} (Karpenter only) is the least number of distinct values
 * that must stay possible.
 */
public record Requirement(
    String key, Operator operator, List<String> values, @Nullable Integer minValues) {

  public Requirement {
    values = List.copyOf(values);
  }

  public Requirement(String key, Operator operator, List<String> values) {
    this(key, operator, values, null);
  }

  public static Requirement in(String key, String... values) {
    return new Requirement(key, Operator.IN, List.of(values));
  }

  /**
   * Whether a label with this value ({@code null}: the label is absent) satisfies the expression,
   * as kube-scheduler matches node labels: NotIn and DoesNotExist hold for an absent label, Gt and
   * its kin need both sides to be integers.
   */
  public boolean matches(@Nullable String value) {
    return switch (operator) {
      case IN -> value != null && values.contains(value);
      case NOT_IN -> value == null || !values.contains(value);
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
      case GT, LT, GTE, LTE -> value != null && compares(value);
    };
  }

  private boolean compares(String value) {
    try {
      long left = Long.parseLong(value);
      long right = Long.parseLong(values.getFirst());
      return switch (operator) {
        case GT -> left > right;
        case LT -> left < right;
        case GTE -> left >= right;
        default -> left <= right;
      };
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
