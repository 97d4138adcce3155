package io.spotwright.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.spotwright.kubernetes.manifest.expand.Replicas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes, reading ends and answers with problems. The ordinary run takes the seeds and
 * mutations of them; {@code JAZZER_FUZZ=1} with this class alone searches on, guided by coverage.
 */
class ReaderFuzzTest {
  private static final List<String> SEEDS = List.of("everything.yaml", "cluster.yaml", "list.json");
  private static final int MUTANTS = 400;
  private static final List<String> SPLINTERS =
      List.of(
          "---\n",
          "...\n",
          "{{ .x }}",
          "&a ",
          "*a",
          "<<: *s",
          "[",
          "{",
          "]",
          "}",
          ": ",
          "- ",
          "|\n",
          "\"",
          "'",
          "%YAML 1.2\n",
          "!!str ",
          "!!binary ",
          "? ",
          "\t",
          "\0",
          "\uFEFF",
          "-1",
          "1e999",
          "0x",
          "9".repeat(30),
          ".inf",
          "~",
          "yes",
          "1Ei",
          "é",
          "\uD83D\uDE00",
          "\r\n",
          "# ",
          ">-\n");

  @FuzzTest(maxDuration = "2m")
  void neverThrows(byte[] bytes) {
    read(bytes);
  }

  @RepeatedTest(8)
  void neverThrowsOnMutants(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    List<byte[]> pool = seeds();
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = pool.get(random.nextInt(pool.size())).clone();
      for (int edits = random.nextInt(1, 6); edits > 0; edits--) {
        mutant = mutate(mutant, pool, random);
      }
      read(mutant);
    }
  }

  @Test
  void theSeedsHaveNoProblems() throws IOException {
    for (byte[] seed : seeds()) {
      assertThat(read(seed).problems()).isEmpty();
    }
  }

  private static Reading read(byte[] bytes) {
    Reading reading =
        ManifestReader.read(
            List.of(Source.ofBytes("fuzz", bytes)), new ReaderOptions(Replicas.MAX, 1 << 20, 1000));
    assertThat(reading.observation().pending()).hasSizeLessThanOrEqualTo(1000);
    assertThat(reading.problems()).allMatch(problem -> !problem.message().isBlank());
    return reading;
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String name : SEEDS) {
      try (InputStream in =
          ReaderFuzzTest.class.getResourceAsStream("ReaderFuzzTestInputs/neverThrows/" + name)) {
        assertThat(in).as(name).isNotNull();
        seeds.add(in.readAllBytes());
      }
    }
    return seeds;
  }

  private static byte[] mutate(byte[] bytes, List<byte[]> pool, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(random.nextInt(1, 40), bytes.length - at);
    return switch (random.nextInt(5)) {
      case 0 -> splice(bytes, at, length, new byte[0]);
      case 1 -> splice(bytes, at, 0, splinter(random));
      case 2 -> splice(bytes, at, length, splinter(random));
      case 3 -> {
        byte[] other = pool.get(random.nextInt(pool.size()));
        int from = random.nextInt(other.length);
        int size = Math.min(random.nextInt(1, 200), other.length - from);
        byte[] piece = new byte[size];
        System.arraycopy(other, from, piece, 0, size);
        yield splice(bytes, at, 0, piece);
      }
      default -> splice(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
    };
  }

  private static byte[] splinter(Random random) {
    return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
    byte[] result = new byte[bytes.length - removed + inserted.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(inserted, 0, result, at, inserted.length);
    System.arraycopy(
        bytes, at + removed, result, at + inserted.length, bytes.length - at - removed);
    return result;
  }
}
