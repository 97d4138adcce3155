package io.spotwright.kubernetes.manifest.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects everything there is to tell about one reading, so that all faults are reported at once.
 * Of problems, and of notes, beyond {@value #MOST} only the number is kept.
 */
public final class Diagnostics {
  /** A broken generator can be wrong in every line; nobody reads more than this. */
  public static final int MOST = 1000;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Note> notes = new LinkedHashSet<>();
  private int more;
  private int moreNotes;

  public void problem(Place place, String message, String hint) {
    Problem problem = new Problem(place.file(), place.line(), place.column(), message, hint);
    if (problems.size() < MOST) {
      problems.add(problem);
    } else {
      more++;
    }
  }

  public void note(String message) {
    if (notes.size() < MOST) {
      notes.add(new Note(message));
    } else {
      moreNotes++;
    }
  }

  /** In the order found; the last one counts those that were left out, if any were. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (more > 0) {
      all.add(
          new Problem("input", 0, 0, more + " more problems are not listed", "fix these first"));
    }
    return List.copyOf(all);
  }

  public List<Note> notes() {
    List<Note> all = new ArrayList<>(notes);
    if (moreNotes > 0) {
      all.add(new Note(moreNotes + " more notes are not listed"));
    }
    return List.copyOf(all);
  }
}
