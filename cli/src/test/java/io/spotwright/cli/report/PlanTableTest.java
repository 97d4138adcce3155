package io.spotwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.document.Style;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PlanTableTest {

  private static String table(PlanReport report, Style style) throws IOException {
    StringWriter out = new StringWriter();
    PlanTable.write(report, out, style);
    return out.toString();
  }

  @Test
  void aPlanWithEverythingReadsAloud() throws IOException {
    assertThat(table(SamplePlan.rich(), Style.PLAIN)).isEqualTo(Golden.text("rich.txt"));
  }

  @Test
  void nodePoolsHaveAColumnAndAnExplanationItsSection() throws IOException {
    assertThat(table(SamplePlan.withNodePool(), Style.PLAIN)).isEqualTo(Golden.text("pool.txt"));
  }

  @Test
  void withoutPodsItSaysSo() throws IOException {
    assertThat(table(SamplePlan.empty(), Style.PLAIN))
        .startsWith("NODES TO BUY\nnone: the input has no pods to place\n\nTOTALS\n")
        .contains("Price       0.0000 $/h, 0.00 $ a month")
        .doesNotContain("Saving", "Proof", "Spread", "Scheduler", "Pool-safe");
  }

  @Test
  void noLineIsWiderThan100ColumnsWhateverTheNames() throws IOException {
    assertThat(table(SamplePlan.rich(), Style.PLAIN).lines())
        .allMatch(line -> line.length() <= 100);
    assertThat(table(SamplePlan.longNames(), Style.PLAIN).lines())
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void coloursChangeNoLetter() throws IOException {
    String coloured = table(SamplePlan.rich(), Style.COLOURED);

    assertThat(coloured).contains("\u001b[1mTOTALS\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(table(SamplePlan.rich(), Style.PLAIN));
  }
}
