package io.spotwright.azure.catalog;

/** A region or VM size that the catalogue does not have; the message carries the nearest names. */
public final class UnknownNameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(String message) {
    super(message);
  }
}
