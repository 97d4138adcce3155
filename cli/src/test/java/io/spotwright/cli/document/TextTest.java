package io.spotwright.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void textIsBrokenAtBlanks() {
    assertThat(Text.wrap("one two three", 7)).containsExactly("one two", "three");
  }

  @Test
  void aWordWiderThanTheColumnIsCut() {
    assertThat(Text.wrap("a abcdefgh b", 3)).containsExactly("a", "abc", "def", "gh", "b");
  }

  @Test
  void listsNameTheFirstAndCountTheRest() {
    assertThat(Text.list(List.of("a", "b"), 3)).isEqualTo("a, b");
    assertThat(Text.list(List.of("a", "b", "c", "d", "e"), 3)).isEqualTo("a, b, c and 2 more");
  }

  @Test
  void tableColumnsAreAsWideAsTheirContentAndTextGivesWay() {
    TextTable table = new TextTable(TextTable.number("N"), TextTable.text("Name"));
    table.row("12", "a-rather-long-name");

    assertThat(table.lines(30, Style.PLAIN)).containsExactly(" N  Name", "12  a-rather-long-name");
    assertThat(table.lines(14, Style.PLAIN)).containsExactly(" N  Name", "12  a-rathe...");
  }

  @Test
  void numbersAreRoundedHalfUpAndGrouped() {
    assertThat(Numbers.fixed(0.125, 2)).isEqualTo("0.13");
    assertThat(Numbers.grouped(1234567.891, 2)).isEqualTo("1,234,567.89");
    assertThat(Numbers.grouped(-123, 0)).isEqualTo("-123");
    assertThat(Numbers.price(0.00042)).isEqualTo("0.0004");
    assertThat(Numbers.percent(0.996)).isEqualTo("100 %");
    assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("unknown");
  }

  @Test
  void coloursAreLeftOutOfPlainText() {
    assertThat(Style.PLAIN.red("x")).isEqualTo("x");
    assertThat(Style.COLOURED.red("x")).isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(Style.COLOURED.bold(" ")).isEqualTo(" ");
  }
}
