package io.spotwright.kubernetes.manifest;

import io.spotwright.kubernetes.manifest.diagnostic.Note;
import io.spotwright.kubernetes.manifest.diagnostic.Problem;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading manifests. With any problem the observation is incomplete and nothing
 * should be decided from it.
 *
 * @param policy the SpotPolicy of the input, {@code null} when it has none
 */
public record Reading(
    Observation observation,
    @Nullable SpotPolicy policy,
    List<Note> notes,
    List<Problem> problems) {

  public Reading {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  public boolean isUsable() {
    return problems.isEmpty();
  }
}
