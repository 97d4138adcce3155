package io.spotwright.azure.instancetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.azure.catalog.AzureCatalogue;
import org.junit.jupiter.api.Test;

class AzureFamiliesTest {
  @Test
  void theNameOfEverySizeGivesTheFamilyOfTheCatalogue() {
    assertThat(AzureCatalogue.sizes())
        .hasSize(1490)
        .allSatisfy(size -> assertThat(AzureFamilies.of(size.name())).isEqualTo(size.family()));
  }

  @Test
  void otherNamesHaveNoAzureFamily() {
    assertThat(AzureFamilies.of("c-4x-amd64-linux")).isEmpty();
    assertThat(AzureFamilies.of("m5.large")).isEmpty();
  }
}
