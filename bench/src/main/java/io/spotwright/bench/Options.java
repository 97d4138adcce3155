package io.spotwright.bench;

import io.spotwright.model.Resources;
import io.spotwright.model.SpotPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to compare.
 *
 * @param only a row is run when its workload and market contain this
 * @param karpenter the program built from bench/karpenter; {@code null} to show stored figures
 * @param binding whether plans that kube-scheduler finds by itself are priced too
 * @param policies whether plans with capped shares and pool-safe plans are priced too
 */
record Options(
    Path data,
    String only,
    Duration timeLimit,
    long seed,
    @Nullable Path karpenter,
    boolean binding,
    boolean policies) {

  private static final String USAGE =
      """
      usage: run [--only TEXT] [--time-limit SECONDS] [--seed N] [--karpenter] [--exact-only] [--policies]
        --only TEXT         rows whose workload or market contains TEXT
        --time-limit S      seconds for each plan (5)
        --seed N            of our search (1)
        --karpenter         run Karpenter's own solver beside ours (needs Go)
        --exact-only        leave out the plans that need no hints to bind
        --policies          also a cap of 10 % per family and zone, and pool-safe
      """;

  static Options parse(String... arguments) {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    Path data = Path.of("data");
    Path karpenter = null;
    String only = "";
    double seconds = 5;
    long seed = 1;
    boolean binding = true;
    boolean policies = false;
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "--data" -> data = Path.of(value(words, word));
        case "--only" -> only = value(words, word);
        case "--time-limit" -> seconds = Double.parseDouble(value(words, word).replace("s", ""));
        case "--seed" -> seed = Long.parseLong(value(words, word));
        case "--karpenter" -> karpenter = Path.of(value(words, word));
        case "--exact-only" -> binding = false;
        case "--policies" -> policies = true;
        default -> throw new IllegalArgumentException("unknown option " + word + "\n" + USAGE);
      }
    }
    return new Options(
        data, only, Duration.ofMillis((long) (seconds * 1000)), seed, karpenter, binding, policies);
  }

  private static String value(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
    }
    return words.pop();
  }

  boolean covers(Case row) {
    return row.workload().contains(only) || row.market().contains(only);
  }

  static SpotPolicy familyZoneCap(double share) {
    return policy(share, false);
  }

  static SpotPolicy poolSafe() {
    return policy(null, true);
  }

  private static SpotPolicy policy(@Nullable Double familyZoneShare, boolean poolSafe) {
    return new SpotPolicy(
        "bench",
        null,
        List.of(),
        Set.of(),
        List.of(),
        0,
        0,
        null,
        familyZoneShare,
        poolSafe,
        null,
        null,
        Resources.NONE);
  }
}
