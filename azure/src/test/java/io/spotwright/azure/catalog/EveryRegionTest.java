package io.spotwright.azure.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRegionTest {
  static Stream<String> regions() {
    return AzureCatalogue.regions().stream().filter(Region::priced).map(Region::name);
  }

  @Test
  void thereAre58PricedRegionsOf61() {
    assertThat(AzureCatalogue.regions()).hasSize(61);
    assertThat(regions()).hasSize(58).contains("westeurope", "eastus", "swedensouth");
  }

  @ParameterizedTest
  @MethodSource("regions")
  void pricesArePositiveAndSpotIsNeverDearer(String region) {
    assertThat(AzureCatalogue.prices(region))
        .hasSizeGreaterThan(500)
        .allSatisfy(price -> {
          assertThat(price.onDemand()).isFinite().isPositive();
          if (price.spot() != null) {
            assertThat(price.spot()).isFinite().isPositive().isLessThan(price.onDemand());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("regions")
  void aSpotPriceIsEstimatedExactlyWhereTheTableHasNone(String region) {
    Map<String, Boolean> known = new HashMap<>();
    for (String[] row : Tsv.require("prices/" + region + ".tsv")) {
      if (!row[0].startsWith("@")) {
        known.put("Standard_" + row[0], !row[2].isEmpty());
      }
    }
    assertThat(AzureCatalogue.prices(region))
        .hasSize(known.size())
        .filteredOn(price -> !price.size().burstable())
        .allSatisfy(price ->
            assertThat(price.spotEstimated())
                .as(price.size().name())
                .isNotEqualTo(known.get(price.size().name())));
  }

  @ParameterizedTest
  @MethodSource("regions")
  void everyNodeHasRoomForPodsUnderEveryOverhead(String region) {
    for (Overhead overhead : Overhead.values()) {
      Catalogue catalogue = AzureCatalogue.load(region, new NodeShape(overhead, 250));
      assertThat(catalogue.offerings())
          .allSatisfy(offering -> {
            assertThat(offering.size().allocatable().cpu()).isGreaterThanOrEqualTo(1900);
            assertThat(offering.size().allocatable().memory()).isPositive();
            assertThat(offering.size().allocatable().fitsIn(offering.size().capacity())).isTrue();
          });
    }
  }

  @ParameterizedTest
  @MethodSource("regions")
  void zonesAreThoseOfTheRegion(String region) {
    List<String> zones = AzureCatalogue.region(region).zones();

    assertThat(AzureCatalogue.load(region, NodeShape.DEFAULT).offerings())
        .extracting(Offering::zone)
        .isNotEmpty()
        .allMatch(zones::contains);
    assertThat(zones).hasSizeBetween(1, 4).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "westeurope, 1466, 1343",
    "northeurope, 1416, 1333",
    "swedencentral, 1304, 1250",
    "francecentral, 1190, 1143",
    "belgiumcentral, 708, 698",
    "eastus, 1427, 0",
  })
  void asManyPricesAreEmbeddedAsTheListsHave(String region, int onDemand, int spot) {
    List<String[]> rows =
        Tsv.require("prices/" + region + ".tsv").stream()
            .filter(row -> !row[0].startsWith("@"))
            .toList();

    assertThat(rows).hasSize(onDemand);
    assertThat(rows).filteredOn(row -> !row[2].isEmpty()).hasSize(spot);
  }
}
