package io.spotwright.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({"500ms,500", "2s,2000", "1.5m,90000", "1h,3600000", ".5s,500"})
  void durationsHaveAUnit(String text, long millis) {
    assertThat(Values.duration(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2", "s", "2x", "0s", "-1s", "25h", "1e9s", "1..5s", "99999999999999s"})
  void otherDurationsAreRefused(String text) {
    assertThatThrownBy(() -> Values.duration(text)).isInstanceOf(BadValue.class);
  }

  @ParameterizedTest
  @CsvSource({"10%,0.1", "0.1,0.1", "100%,1", "1,1", "12.5%,0.125"})
  void sharesArePercentagesOrFractions(String text, double share) {
    assertThat(Values.share(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0%", "101%", "1.1", "x", "%", "-5%", "NaN"})
  void otherSharesAreRefused(String text) {
    assertThatThrownBy(() -> Values.share(text)).isInstanceOf(BadValue.class);
  }

  @Test
  void wholeNumbersHaveBounds() {
    assertThat(Values.whole(10, 250).apply("30")).isEqualTo(30);
    assertThatThrownBy(() -> Values.whole(10, 250).apply("9")).isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> Values.whole(10, 250).apply("ten")).isInstanceOf(BadValue.class);
  }
}
