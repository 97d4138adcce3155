package io.spotwright.kubernetes.manifest.object;

import io.spotwright.kubernetes.manifest.diagnostic.Place;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an object.
 *
 * @param owner the controlling owner, in the same namespace
 * @param terminating whether it has a deletion timestamp
 */
public record Header(
    ObjectKey key,
    Place place,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    @Nullable ObjectKey owner,
    boolean terminating) {

  public Header {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
