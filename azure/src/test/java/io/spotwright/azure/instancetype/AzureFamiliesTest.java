package io.spotwright.azure.instancetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.azure.catalog.AzureCatalogue;
import org.junit.jupiter.api.Test;

class AzureFamiliesTest {
  @Test
  void theNameOfEverySizeGivesTheFamilyOfTheCatalogue() {
    assertThat(AzureCatalogue.sizes()).hasSize(1490);
    assertThat(
            AzureCatalogue.sizes().stream()
                .filter(size -> !AzureFamilies.of(size.name()).equals(size.family()))
                .map(size ->
                    size.name() + " " + size.family() + " " + AzureFamilies.of(size.name())))
        .isEmpty();
  }

  @Test
  void otherNamesHaveNoAzureFamily() {
    assertThat(AzureFamilies.of("c-4x-amd64-linux")).isEmpty();
    assertThat(AzureFamilies.of("m5.large")).isEmpty();
  }
}
