/** Objects of the cluster itself: nodes, storage, priorities. */
@NullMarked
package io.spotwright.kubernetes.manifest.cluster;

import org.jspecify.annotations.NullMarked;
