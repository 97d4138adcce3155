/** Objects to an observation: owners, replica counts, volumes, priorities, pods. */
@NullMarked
package io.spotwright.kubernetes.manifest.expand;

import org.jspecify.annotations.NullMarked;
