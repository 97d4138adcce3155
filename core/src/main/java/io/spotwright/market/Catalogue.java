package io.spotwright.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The offerings of one region, or of an instance-type file.
 *
 * @param region {@code null} for a file that names none
 * @param asOf dates of the prices, for people
 * @param source where prices and sizes come from, for people
 */
public record Catalogue(
    @Nullable String region,
    String currency,
    String asOf,
    String source,
    List<Offering> offerings) {

  public Catalogue {
    offerings = List.copyOf(offerings);
  }
}
