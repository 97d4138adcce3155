package io.spotwright.cli;

/** Which build this is. */
final class Version {
  private Version() {}

  /** The jar's manifest names the version; classes run from a folder have none. */
  static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "spotwright "
        + (version == null ? "development build" : version)
        + " (Java "
        + Runtime.version().feature()
        + ")";
  }
}
