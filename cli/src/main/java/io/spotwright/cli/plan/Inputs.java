package io.spotwright.cli.plan;

import io.spotwright.azure.instancetype.InstanceTypeFile;
import io.spotwright.azure.instancetype.InstanceTypeFileException;
import io.spotwright.cli.command.Complaint;
import io.spotwright.cli.command.InputException;
import io.spotwright.kubernetes.manifest.ManifestReader;
import io.spotwright.kubernetes.manifest.ReaderOptions;
import io.spotwright.kubernetes.manifest.Reading;
import io.spotwright.kubernetes.manifest.Source;
import io.spotwright.kubernetes.manifest.diagnostic.Note;
import io.spotwright.kubernetes.manifest.diagnostic.Problem;
import io.spotwright.kubernetes.manifest.expand.Replicas;
import io.spotwright.market.Catalogue;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything a plan is made from, read.
 *
 * @param policy from {@code --policy}, else from the inputs; {@code null} when neither has one
 * @param instanceTypes from {@code --instance-types}, {@code null} without
 */
record Inputs(
    Observation observation,
    @Nullable SpotPolicy policy,
    @Nullable Catalogue instanceTypes,
    List<String> notes) {

  Inputs {
    notes = List.copyOf(notes);
  }

  /** Throws with the faults of all files at once. */
  static Inputs read(PlanFlags flags, InputStream in) throws InputException {
    List<Complaint> complaints = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Reading reading =
        ManifestReader.read(
            sources(flags.inputs(), in, complaints),
            ReaderOptions.of(Replicas.valueOf(flags.replicas().toUpperCase(Locale.ROOT))));
    collect(reading, complaints, notes);
    SpotPolicy policy = policy(flags, reading.policy(), complaints, notes);
    Catalogue instanceTypes = instanceTypes(flags, complaints);
    if (!complaints.isEmpty()) {
      throw new InputException(complaints);
    }
    return new Inputs(reading.observation(), policy, instanceTypes, notes);
  }

  private static List<Source> sources(
      List<String> inputs, InputStream in, List<Complaint> complaints) {
    List<Source> sources = new ArrayList<>();
    boolean stdin = false;
    for (String input : inputs) {
      if (!input.equals("-")) {
        Path path = path(input, complaints);
        if (path != null) {
          sources.addAll(Source.ofPath(path));
        }
      } else if (!stdin) {
        stdin = true;
        sources.add(Source.ofStream("<stdin>", in));
      }
    }
    return sources;
  }

  private static @Nullable SpotPolicy policy(
      PlanFlags flags, @Nullable SpotPolicy among, List<Complaint> complaints, List<String> notes) {
    String file = flags.policy();
    if (file == null) {
      return among;
    }
    Path path = path(file, complaints);
    if (path == null) {
      return null;
    }
    Reading reading = ManifestReader.read(List.of(Source.ofFile(path)), ReaderOptions.DEFAULT);
    for (Problem problem : reading.problems()) {
      complaints.add(complaint(problem));
    }
    if (reading.policy() == null && reading.problems().isEmpty()) {
      complaints.add(
          new Complaint(
              "--policy", file + " holds no SpotPolicy", "see docs/spotpolicy.md for its form"));
    }
    if (among != null) {
      notes.add("The SpotPolicy among the inputs is not used, because --policy names another.");
    }
    return reading.policy();
  }

  private static @Nullable Catalogue instanceTypes(PlanFlags flags, List<Complaint> complaints) {
    String file = flags.instanceTypes();
    Path path = file == null ? null : path(file, complaints);
    if (path == null) {
      return null;
    }
    try {
      return InstanceTypeFile.read(path);
    } catch (InstanceTypeFileException e) {
      e.problems().forEach(p -> complaints.add(new Complaint("", p.toString(), "")));
      return null;
    }
  }

  private static void collect(Reading reading, List<Complaint> complaints, List<String> notes) {
    for (Problem problem : reading.problems()) {
      complaints.add(complaint(problem));
    }
    for (Note note : reading.notes()) {
      notes.add(note.message());
    }
  }

  private static Complaint complaint(Problem problem) {
    String where =
        problem.line() == 0
            ? problem.file()
            : problem.file() + ":" + problem.line() + ":" + problem.column();
    return new Complaint(where, problem.message(), problem.hint());
  }

  private static @Nullable Path path(String text, List<Complaint> complaints) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      complaints.add(new Complaint("", "'" + text + "' is no file name: " + e.getReason(), ""));
      return null;
    }
  }
}
