package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.diagnostic.Place;
import io.spotwright.model.PodSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod as written, before anything outside of it is looked up.
 *
 * @param spec without the requests and terms of volumes and without priority
 * @param priority as set by admission, {@code null} in a manifest of a person
 */
public record PodTemplate(
    PodSpec spec,
    List<PodVolume> volumes,
    @Nullable String priorityClass,
    @Nullable Integer priority,
    Place place) {}
