package io.spotwright.azure.instancetype;

import java.util.List;
import java.util.stream.Collectors;

/** An instance-type file that cannot be used; carries everything found wrong, in file order. */
public final class InstanceTypeFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InstanceTypeFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
