package io.spotwright.kubernetes.manifest;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.diagnostic.Place;
import io.spotwright.kubernetes.manifest.expand.Cluster;
import io.spotwright.kubernetes.manifest.tree.DocumentReader;
import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.kubernetes.manifest.tree.MappingNode;
import io.spotwright.kubernetes.manifest.tree.ScalarNode;
import io.spotwright.kubernetes.manifest.tree.ScalarType;
import io.spotwright.kubernetes.manifest.tree.SequenceNode;
import io.spotwright.kubernetes.manifest.tree.YamlNode;
import io.spotwright.model.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Kubernetes manifests to the model. */
public final class ManifestReader {
  private final ReaderOptions options;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Cluster cluster = new Cluster(diagnostics);

  private ManifestReader(ReaderOptions options) {
    this.options = options;
  }

  /**
   * Reads all sources as one input. Faults never throw: they are all among the problems, each with
   * its place, in the order found.
   */
  public static Reading read(List<Source> sources, ReaderOptions options) {
    ManifestReader reader = new ManifestReader(options);
    if (sources.isEmpty()) {
      reader.diagnostics.note("there is nothing to read");
    }
    sources.forEach(reader::source);
    Observation observation = reader.cluster.observe(options.replicas(), options.maxPods());
    return new Reading(
        observation,
        reader.cluster.policy(),
        reader.diagnostics.notes(),
        reader.diagnostics.problems());
  }

  private void source(Source source) {
    byte[] bytes = bytes(source);
    if (bytes == null) {
      return;
    }
    if (bytes.length == 0) {
      diagnostics.note(source.name() + " is empty");
    }
    new DocumentReader(source.name(), diagnostics)
        .read(bytes, root -> document(source.name(), root));
  }

  /** Reads at most one byte more than is allowed, so that a huge file costs nothing. */
  private byte @Nullable [] bytes(Source source) {
    Place file = Place.whole(source.name());
    try (InputStream in = source.opener().open()) {
      byte[] bytes =
          in.readNBytes((int) Math.min(options.maxFileBytes() + 1, Integer.MAX_VALUE - 8));
      if (bytes.length <= options.maxFileBytes()) {
        return bytes;
      }
      diagnostics.problem(
          file,
          "is larger than " + (options.maxFileBytes() >> 20) + " MiB",
          "split it, or leave out what runs no pods");
    } catch (NoSuchFileException e) {
      diagnostics.problem(file, "does not exist", "check the path");
    } catch (AccessDeniedException e) {
      diagnostics.problem(file, "must not be read", "check its permissions");
    } catch (IOException e) {
      diagnostics.problem(file, "cannot be read: " + e.getMessage(), "");
    }
    return null;
  }

  private void document(String file, YamlNode root) {
    Place place = new Place(file, root.line(), root.column());
    switch (root) {
      case MappingNode mapping -> cluster.add(Fields.root(file, diagnostics, mapping));
      case SequenceNode _ ->
          diagnostics.note(place + ": a list and no Kubernetes object, passed over");
      case ScalarNode scalar -> {
        if (scalar.type() != ScalarType.NULL) {
          diagnostics.problem(
              place,
              "the document is only " + scalar.describe(),
              "a manifest starts with apiVersion: and kind:");
        }
      }
    }
  }
}
