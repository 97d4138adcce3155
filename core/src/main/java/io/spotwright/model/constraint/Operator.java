package io.spotwright.model.constraint;

/** Operators of a node selector requirement, Karpenter's {@code Gte} and {@code Lte} included. */
public enum Operator {
  IN("In"),
  NOT_IN("NotIn"),
  EXISTS("Exists"),
  DOES_NOT_EXIST("DoesNotExist"),
  GT("Gt"),
  LT("Lt"),
  GTE("Gte"),
  LTE("Lte");

  private final String yaml;

  Operator(String yaml) {
    this.yaml = yaml;
  }

  /** The spelling used in manifests. */
  public String yaml() {
    return yaml;
  }

  /** The operator spelled {@code text} in manifests; throws {@link IllegalArgumentException}. */
  public static Operator of(String text) {
    for (Operator operator : values()) {
      if (operator.yaml.equals(text)) {
        return operator;
      }
    }
    throw new IllegalArgumentException(
        "unknown operator '"
            + text
            + "'; known: In, NotIn, Exists, DoesNotExist, Gt, Lt, Gte, Lte");
  }
}
