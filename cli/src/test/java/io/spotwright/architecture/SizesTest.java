package io.spotwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.architecture.Sources.Source;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files and packages stay small enough to be read in one go. Lines of code exclude comments. */
class SizesTest {
  @Test
  void noFileHasMoreThan400LinesOfCode() throws IOException {
    assertThat(Sources.main())
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.linesOfCode()).isLessThanOrEqualTo(400));
  }

  @Test
  void theMedianFileHasAtMost60LinesAndNineOfTenAtMost200() throws IOException {
    List<Source> sources = Sources.main().stream().filter(s -> !s.isPackageInfo()).toList();

    assertThat(Sources.quantile(sources, 0.5))
        .as("median; the largest: %s", Sources.largest(sources))
        .isLessThanOrEqualTo(60);
    assertThat(Sources.quantile(sources, 0.9))
        .as("90th percentile; the largest: %s", Sources.largest(sources))
        .isLessThanOrEqualTo(200);
  }

  @Test
  void aPackageHoldsThreeToFifteenFiles() throws IOException {
    SortedMap<String, Long> outside = new TreeMap<>();
    Sources.packages()
        .forEach((folder, files) -> {
          long count = files.stream().filter(file -> !file.isPackageInfo()).count();
          if (count < 3 || count > 15) {
            outside.put(folder, count);
          }
        });

    assertThat(outside).as("packages with fewer than 3 or more than 15 files").isEmpty();
  }

  @Test
  void everyPackageSaysThatItIsNullMarked() throws IOException {
    assertThat(Sources.packages())
        .allSatisfy((folder, files) -> assertThat(files).as(folder).anyMatch(Source::marksNulls));
  }
}
