package io.spotwright.kubernetes.manifest.diagnostic;

/** Something worth telling that is no fault: what was passed over, what was assumed. */
public record Note(String message) {

  @Override
  public String toString() {
    return message;
  }
}
