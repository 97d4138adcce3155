package io.spotwright.azure.instancetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstanceTypeFuzzTest {
  private static final String SEED =
      """
      [{"name":"Standard_D4as_v5","architecture":"amd64","operatingSystems":["linux"],"vcpu":4,
      "family":"D","labels":{"a":"b"},"resources":{"cpu":"4","memory":"16Gi","pods":"30"},
      "overhead":{"cpu":"140m","memory":"1e9"},"offerings":[{"Price":0.2,"Available":true,
      "Requirements":[{"key":"karpenter.sh/capacity-type","operator":"In","values":["spot"]},
      {"key":"topology.kubernetes.io/zone","operator":"In","values":["z-1"]}]}]}]
      """;

  private static final List<String> TOKENS =
      List.of(
          "[", "]", "{", "}", ",", ":", "\"", "null", "-1", "1e999", "0", "{}", "[]", "\u0000",
          "é");

  @FuzzTest(maxDuration = "30s")
  void anyBytesAreACatalogueOrFaults(FuzzedDataProvider data) throws IOException {
    read(data.consumeRemainingAsBytes());
  }

  @Test
  void aDamagedFileIsACatalogueOrFaults() throws IOException {
    Random random = new Random(7);
    int refused = 0;
    for (int run = 0; run < 3_000; run++) {
      StringBuilder text = new StringBuilder(SEED);
      for (int damage = random.nextInt(4); damage >= 0; damage--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(6));
        text.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
      }
      refused += read(text.toString().getBytes(StandardCharsets.UTF_8)) ? 0 : 1;
    }
    assertThat(refused).isBetween(1_000, 2_999);
  }

  /** Whether the bytes were accepted; anything but a catalogue or faults fails the test. */
  private static boolean read(byte[] bytes) throws IOException {
    try {
      Catalogue catalogue = InstanceTypeFile.read("fuzz.json", new ByteArrayInputStream(bytes));
      assertThat(catalogue.offerings()).isNotEmpty();
      for (Offering offering : catalogue.offerings()) {
        assertThat(offering.hourlyPrice()).isFinite().isPositive();
        assertThat(offering.size().allocatable().cpu()).isNotNegative();
        assertThat(offering.size().allocatable().memory()).isNotNegative();
        assertThat(offering.size().allocatable().fitsIn(offering.size().capacity())).isTrue();
      }
      return true;
    } catch (InstanceTypeFileException e) {
      assertThat(e.problems()).isNotEmpty();
      return false;
    }
  }
}
