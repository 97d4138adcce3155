package io.spotwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  private static final List<String> REGIONS =
      List.of("westeurope", "northeurope", "westus", "westus2", "eastus", "uksouth");

  @Test
  void theNearestComesFirst() {
    assertThat(NearestNames.of("westus3", REGIONS, 3)).containsExactly("westus", "westus2");
  }

  @Test
  void swappedLettersAreOneEdit() {
    assertThat(NearestNames.distance("ewsteurope", "westeurope")).isEqualTo(1);
    assertThat(NearestNames.distance("", "abc")).isEqualTo(3);
    assertThat(NearestNames.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void caseDoesNotCount() {
    assertThat(NearestNames.hint("WestEurop", REGIONS)).startsWith("; did you mean westeurope");
  }

  @Test
  void aPartOfANameFindsTheWhole() {
    assertThat(NearestNames.of("europe", REGIONS, 5)).containsExactly("westeurope", "northeurope");
  }

  @Test
  void nothingIsSuggestedWhenNothingIsNear() {
    assertThat(NearestNames.hint("mars", REGIONS)).isEmpty();
  }
}
