package io.spotwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  @Test
  void oneSizeWithItsPricesDatesAndSources() {
    assertThat(catalog("D4as_v5"))
        .isEqualTo(
            """
            SIZE              FAMILY  VCPUS  GIB  ARCH   ON-DEMAND    SPOT  SHARE
            Standard_D4as_v5  Dasv5       4   16  amd64     0.2080  0.0384   18 %

            1 size.
            West Europe, the same price in each zone: westeurope-1, westeurope-2, westeurope-3.
            USD per hour, Linux, pay as you go. Prices by way of azure-pricing-radar cf741f2 (MIT), 2026-08-22;
            karpenter-provider-azure 352646f5 (Apache-2.0), 2026-06-18.
            """);
  }

  @Test
  void estimatedPricesAreMarkedAndExplained() {
    assertThat(catalog("D4as_v5", "--region", "eastus"))
        .contains("0.1720  ~0.0318")
        .contains("~ SPOT is estimated from the family's usual share of the on-demand price.");
    assertThat(catalog("D16ads_v5", "--region", "eastus"))
        .contains("~0.8240")
        .contains("~ ON-DEMAND is derived");
  }

  @Test
  void theCheapestOnSpotComeFirstAndTheRestIsCounted() {
    assertThat(catalog("--families", "F", "--arch", "amd64", "--max-vcpus", "4", "--limit", "2"))
        .startsWith("SIZE")
        .contains("Standard_F2s_v2")
        .contains("2 of ");
  }

  @Test
  void sizesUnfitForNodesAreShownOnlyWhenAskedForWithTheReason() {
    assertThat(catalog("B1s"))
        .contains("No VM size of westeurope is like that.", "--all shows why");
    assertThat(catalog("B1s", "--all")).contains("NOT FOR NODES", "not allowed by AKS");
  }

  @Test
  void burstableSizesHaveNoSpotPrice() {
    assertThat(catalog("B2s_v2")).contains("none");
  }

  @Test
  void aMistypedSizeIsAnsweredWithTheNearest() {
    assertThat(catalog("D4sa_v5")).contains("did you mean Standard_D4as_v5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"westeurope", "eastus", "swedensouth"})
  void noLineIsWiderThan100ColumnsAndNoNameIsCut(String region) {
    assertThat(catalog("--all", "--limit", "5000", "--region", region).lines())
        .hasSizeGreaterThan(500)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
        .noneMatch(line -> line.contains("..."));
  }

  @Test
  void jsonHasEveryFigureAndSaysWhatIsEstimated() {
    assertThat(catalog("D4as_v5", "--region", "eastus", "--output", "json"))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "region": "eastus",
              "currency": "USD",
              "zones": ["eastus-1", "eastus-2", "eastus-3"],
              "found": 1,
              "sizes": [
                {
                  "name": "Standard_D4as_v5",
                  "family": "Dasv5",
                  "vcpus": 4,
                  "memoryGib": 16.0,
                  "arch": "amd64",
                  "gpus": 0,
                  "gpuModel": null,
                  "maxDataDisks": 8,
                  "onDemandHourlyPrice": 0.172,
                  "onDemandEstimated": false,
                  "spotHourlyPrice": 0.031786,
                  "spotEstimated": true,
                  "asOf": "2026-06-18",
                  "source": "karpenter-provider-azure 352646f5 (Apache-2.0)",
                  "unusable": null
                }
              ]
            }
            """);
  }

  @Test
  void regionsSayWhetherTheirSpotPricesAreKnown() {
    assertThat(catalog("--regions").lines())
        .hasSize(62)
        .anyMatch(line -> line.startsWith("westeurope ") && line.endsWith("1343 known"))
        .anyMatch(line -> line.startsWith("eastus ") && line.endsWith("estimated"))
        .anyMatch(line -> line.startsWith("denmarkeast ") && line.endsWith("no prices known"));
  }

  @Test
  void everythingWrongWithTheCallIsToldAtOnce() {
    Transcript.of("", "catalog", "--limit", "0", "--region", "westeurop", "--arch", "x86")
        .isRefusedWith(
            "spotwright: --limit: '0' is not a whole number from 1 to 1000000",
            "spotwright: --arch: 'x86' is not known; choose one of amd64, arm64",
            "spotwright: --region: unknown region 'westeurop'; did you mean westeurope?;"
                + " spotwright catalog --regions lists all");
  }

  @Test
  void anUnknownFamilyIsRefusedWithTheNearest() {
    Transcript.of("", "catalog", "--families", "Dsav5")
        .isRefusedWith(
            "spotwright: --families: no VM size of family 'Dsav5'; did you mean Dasv5, Dsv5?");
  }

  private static String catalog(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "catalog";
    System.arraycopy(words, 0, all, 1, words.length);
    return Transcript.of("", all).ended(0);
  }
}
