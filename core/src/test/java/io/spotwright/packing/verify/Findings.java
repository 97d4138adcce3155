package io.spotwright.packing.verify;

import java.util.List;

/**
 * What a look at a plan found.
 *
 * @param violations rules that the plan breaks
 * @param remarks what is allowed but worth knowing, for instance final counts outside of a skew
 *     that an order of arrival explains
 */
public record Findings(List<String> violations, List<String> remarks) {

  public Findings {
    violations = List.copyOf(violations);
    remarks = List.copyOf(remarks);
  }
}
