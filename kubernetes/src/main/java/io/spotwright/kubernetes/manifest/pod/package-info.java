/** The parts of a pod template that scheduling depends on. */
@NullMarked
package io.spotwright.kubernetes.manifest.pod;

import org.jspecify.annotations.NullMarked;
