package io.spotwright.azure.instancetype;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A catalogue in the JSON that Karpenter's kwok provider reads ({@code instance-types-file-path}):
 * an array of {@code {name, architecture, operatingSystems, resources, offerings: [{Price,
 * Available, Requirements}]}}.
 *
 * <p>Allocatable is {@code resources} minus the type's {@code overhead} ({@code {cpu, memory}}, an
 * addition of ours). Without one it is minus 100m and 10Mi, as Karpenter's own code does. Types
 * without {@code pods} have 110 slots; offerings with {@code "Available": false} are left out
 * (Karpenter ignores that field). Optional too: {@code family}, {@code vcpu}, {@code labels}.
 */
public final class InstanceTypeFile {
  /** A catalogue of 640 types takes 1 MB; more than this is some other file. */
  private static final int MOST_BYTES = 64 << 20;

  private InstanceTypeFile() {}

  /** Reads the file; throws {@link InstanceTypeFileException} with everything wrong in it. */
  public static Catalogue read(Path path) {
    String name = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      return read(name, in);
    } catch (InstanceTypeFileException e) {
      throw e;
    } catch (IOException e) {
      throw unusable(name, "cannot be read: " + e.getMessage());
    }
  }

  /** As {@link #read(Path)}; {@code file} is only the name that messages carry. */
  public static Catalogue read(String file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw unusable(file, "is larger than 64 MiB, too large for an instance-type file");
    }
    return parse(file, bytes);
  }

  private static Catalogue parse(String file, byte[] bytes) throws IOException {
    List<Offering> offerings = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      JsonCursor json = new JsonCursor(file, parser);
      try {
        readTypes(json, parser, offerings);
      } catch (JsonEOFException e) {
        json.problem(place(e, parser), "the file ends in the middle of a value");
      } catch (JsonProcessingException e) {
        json.problem(place(e, parser), "not valid JSON: " + e.getOriginalMessage());
      }
      if (!json.problems().isEmpty()) {
        throw new InstanceTypeFileException(json.problems());
      }
    }
    if (offerings.isEmpty()) {
      throw unusable(file, "has no instance type with an available offering");
    }
    return new Catalogue(null, "USD", "no date", file, offerings);
  }

  private static void readTypes(JsonCursor json, JsonParser parser, List<Offering> offerings)
      throws IOException {
    if (parser.nextToken() == null) {
      json.problem(JsonLocation.NA, "the file is empty; expected an array of instance types");
      return;
    }
    Set<String> names = new HashSet<>();
    json.array("the document", () -> offerings.addAll(TypeReader.read(json, names)));
    if (parser.nextToken() != null) {
      json.problem(json.here(), "there is more after the end of the array");
    }
  }

  private static JsonLocation place(JsonProcessingException e, JsonParser parser) {
    boolean located = e.getLocation() != null && !(e instanceof StreamConstraintsException);
    return located ? e.getLocation() : parser.currentLocation();
  }

  private static InstanceTypeFileException unusable(String file, String message) {
    return new InstanceTypeFileException(List.of(new Problem(file, 0, 0, message)));
  }
}
