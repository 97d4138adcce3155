package io.spotwright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "+1, 1",
    "-1, -1",
    "007, 7",
    "1., 1",
    ".5, 1",
    "0.5, 1",
    "1.0, 1",
    "1.1, 2",
    "-1.1, -2",
    "500m, 1",
    "1500m, 2",
    "1u, 1",
    "1n, 1",
    "0n, 0",
    "1000000000n, 1",
    "1000000001n, 2",
    "1k, 1000",
    "1.5k, 1500",
    "1M, 1000000",
    "1G, 1000000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1Ki, 1024",
    "1Mi, 1048576",
    "1.5Gi, 1610612736",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "7Ei, 8070450532247928832",
    "1e3, 1000",
    "1E3, 1000",
    "1e+3, 1000",
    "12e-1, 2",
    "1.5e3, 1500",
    "1e-400, 1",
    "0e400, 0",
    "0.1Ki, 103",
    "9223372036854775807, 9223372036854775807",
    "999999999Gi, 1073741822926258176",
    "30517Mi, 31999393792"
  })
  void wholeUnitsRoundAwayFromZero(String text, long units) {
    assertThat(Quantity.parse(text, false)).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000",
    "0.1, 100",
    "100m, 100",
    "0.5m, 1",
    "1u, 1",
    "250000u, 250",
    "1n, 1",
    "2k, 2000000",
    "1.0005, 1001",
    "1e3, 1000000",
    "1e-3, 1",
    "-5m, -5",
    "1Ki, 1024000",
    "9223372036854775, " + "9223372036854775000"
  })
  void thousandths(String text, long milli) {
    assertThat(Quantity.parse(text, true)).isEqualTo(milli);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "m",
        "Ki",
        ".",
        "-",
        "+",
        "1 ",
        " 1",
        "1 Gi",
        "1gi",
        "1GI",
        "1K",
        "1mi",
        "1e",
        "1e1.5",
        "1ee3",
        "1E+",
        "--1",
        "1-",
        "1.2.3",
        "1,5",
        "0x10",
        "1GiB",
        "100MB",
        "one",
        "NaN",
        "∞",
        "1e999999",
        "١"
      })
  void whatIsNoQuantityIsRefusedWithTheForms(String text) {
    assertThatThrownBy(() -> Quantity.parse(text, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "' is not a quantity")
        .hasMessageContaining("1.5Gi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8Ei", "10E", "1e19", "1e99999", "-1e19", "9223372036854775808", "99999P"})
  void amountsBeyond63BitsAreRefused(String text) {
    assertThatThrownBy(() -> Quantity.parse(text, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void thousandthsOverflowEarlierThanUnits() {
    assertThat(Quantity.parse("1E", false)).isEqualTo(1_000_000_000_000_000_000L);
    assertThatThrownBy(() -> Quantity.parse("1E", true)).hasMessageContaining("too large");
  }

  @Test
  void endlessDigitsAreRefusedUnread() {
    assertThatThrownBy(() -> Quantity.parse("1".repeat(1_000_000), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000 characters");
  }

  @Test
  void agreesWithDecimalArithmeticOnRandomAmounts() {
    Map<String, BigDecimal> suffixes =
        Map.of(
            "n",
            new BigDecimal("1e-9"),
            "u",
            new BigDecimal("1e-6"),
            "m",
            new BigDecimal("1e-3"),
            "",
            BigDecimal.ONE,
            "k",
            new BigDecimal("1e3"),
            "M",
            new BigDecimal("1e6"),
            "Ki",
            new BigDecimal(1L << 10),
            "Mi",
            new BigDecimal(1L << 20),
            "Gi",
            new BigDecimal(1L << 30),
            "e2",
            new BigDecimal("1e2"));
    List<String> names = suffixes.keySet().stream().sorted().toList();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String suffix = names.get(random.nextInt(names.size()));
      String digits = Integer.toString(random.nextInt(1 << random.nextInt(1, 20)));
      String text = random.nextBoolean() ? digits : digits + "." + random.nextInt(1000);
      boolean milli = random.nextBoolean();
      BigDecimal exact =
          new BigDecimal(text)
              .multiply(suffixes.get(suffix))
              .multiply(BigDecimal.valueOf(milli ? 1000 : 1));
      assertThat(Quantity.parse(text + suffix, milli))
          .as("%s%s milli=%s", text, suffix, milli)
          .isEqualTo(exact.setScale(0, RoundingMode.UP).longValueExact());
    }
  }
}
