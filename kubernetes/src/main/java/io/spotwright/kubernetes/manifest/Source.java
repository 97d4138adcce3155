package io.spotwright.kubernetes.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something to read manifests from.
 *
 * @param name as messages call it
 */
public record Source(String name, Opener opener) {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /** Opens the content anew at each call. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  public static Source ofText(String name, String text) {
    return ofBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Source ofBytes(String name, byte[] bytes) {
    return new Source(name, () -> new ByteArrayInputStream(bytes));
  }

  /** A stream such as standard input; it can be read once and is closed then. */
  public static Source ofStream(String name, InputStream stream) {
    return new Source(name, () -> stream);
  }

  public static Source ofFile(Path file) {
    return new Source(file.toString(), () -> Files.newInputStream(file));
  }

  /**
   * The file itself, whatever its name, or the *.yaml, *.yml and *.json files below a folder,
   * sorted by path; hidden files and folders are skipped. A path that does not exist is a source
   * that fails when it is read, so that it is reported with all the other problems.
   */
  public static List<Source> ofPath(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(ofFile(path));
    }
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      files
          .filter(file -> isManifest(path.relativize(file)) && Files.isRegularFile(file))
          .sorted()
          .map(Source::ofFile)
          .forEach(sources::add);
    } catch (IOException | UncheckedIOException e) {
      sources.add(
          new Source(
              path.toString(),
              () -> {
                throw new IOException(e.getMessage(), e);
              }));
    }
    return List.copyOf(sources);
  }

  private static boolean isManifest(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return ENDINGS.stream().anyMatch(relative.toString()::endsWith);
  }
}
