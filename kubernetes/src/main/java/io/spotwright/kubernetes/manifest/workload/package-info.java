/** Objects that make pods, and those that set how many there are and how many must stay. */
@NullMarked
package io.spotwright.kubernetes.manifest.workload;

import org.jspecify.annotations.NullMarked;
