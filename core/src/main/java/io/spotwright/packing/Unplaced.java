package io.spotwright.packing;

import io.spotwright.model.Pod;
import java.util.List;

/** A pod the plan leaves over, with every reason found, the most frequent first. */
public record Unplaced(Pod pod, List<Reason> reasons) {

  public Unplaced {
    reasons = List.copyOf(reasons);
  }
}
