package io.spotwright.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of Karpenter's own solver.
 *
 * @param price per hour, of the pods it placed
 * @param cpuSeconds of Solve alone
 */
record KarpenterRun(double price, int nodes, int placed, int unplaced, double cpuSeconds) {

  /** Twice what Karpenter allows itself. */
  private static final String TIMEOUT = "2m";

  static KarpenterRun of(Path program, Path data, Case row) throws IOException {
    List<String> command =
        List.of(
            program.toString(),
            "--workload=" + row.workloadFile(data),
            "--catalogue=" + row.catalogueFile(data),
            "--capacity-type=" + row.capacityType().label(),
            "--max-vcpus=" + row.maxVcpus(),
            "--timeout=" + TIMEOUT);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new KarpenterRun(
        number(answer, "price"),
        (int) number(answer, "nodes"),
        (int) number(answer, "placed"),
        (int) number(answer, "unplaced"),
        number(answer, "cpuSeconds"));
  }

  private static double number(String answer, String field) {
    Matcher matcher = Pattern.compile("\"" + field + "\":([-+0-9.eE]+)").matcher(answer);
    if (!matcher.find()) {
      throw new IllegalStateException("bench/karpenter answered '" + answer.strip() + "'");
    }
    return Double.parseDouble(matcher.group(1));
  }
}
