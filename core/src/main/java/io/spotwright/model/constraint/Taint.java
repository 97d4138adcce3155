package io.spotwright.model.constraint;

/** A node taint; {@code value} is empty when the manifest has none. */
public record Taint(String key, String value, Effect effect) {

  /** What a taint does to a pod that does not tolerate it. */
  public enum Effect {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String yaml;

    Effect(String yaml) {
      this.yaml = yaml;
    }

    public String yaml() {
      return yaml;
    }
  }
}
