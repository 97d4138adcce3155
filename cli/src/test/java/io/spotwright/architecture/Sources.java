package io.spotwright.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source files of all modules, as text. */
final class Sources {
  private static final Path ROOT = Path.of("..");

  private Sources() {}

  /** A source file and its lines that are neither blank nor comment. */
  record Source(Path path, long linesOfCode, boolean marksNulls) {
    String folder() {
      return String.valueOf(path.getParent());
    }

    boolean isPackageInfo() {
      return path.endsWith("package-info.java");
    }
  }

  /** Java files below {@code src/main} of every module, by path. */
  static List<Source> main() throws IOException {
    try (Stream<Path> files = Files.find(ROOT, 20, (path, attributes) -> isMain(path))) {
      return files.sorted(Comparator.comparing(Path::toString)).map(Sources::read).toList();
    }
  }

  /** Package folders with their files. */
  static SortedMap<String, List<Source>> packages() throws IOException {
    return main().stream()
        .collect(Collectors.groupingBy(Source::folder, TreeMap::new, Collectors.toList()));
  }

  private static boolean isMain(Path path) {
    String text = path.toString().replace('\\', '/');
    return text.endsWith(".java") && text.contains("/src/main/java/") && !text.contains("/target/");
  }

  private static Source read(Path path) {
    try {
      List<String> lines = Files.readAllLines(path).stream().map(String::strip).toList();
      return new Source(
          ROOT.relativize(path),
          lines.stream().filter(Sources::isCode).count(),
          path.endsWith("package-info.java") && lines.contains("@NullMarked"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCode(String line) {
    return !line.isEmpty()
        && !line.startsWith("//")
        && !line.startsWith("/*")
        && !line.startsWith("* ")
        && !line.equals("*")
        && !line.startsWith("*/");
  }

  /** Values at a share of the sorted list, for instance 0.5 for the median. */
  static long quantile(List<Source> sources, double share) {
    List<Long> sorted = sources.stream().map(Source::linesOfCode).sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /** The largest files, for a message. */
  static Map<Path, Long> largest(List<Source> sources) {
    return sources.stream()
        .sorted(Comparator.comparingLong(Source::linesOfCode).reversed())
        .limit(10)
        .collect(
            Collectors.toMap(Source::path, Source::linesOfCode, (a, b) -> a, LinkedHashMap::new));
  }
}
