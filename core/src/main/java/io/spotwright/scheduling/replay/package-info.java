/** Nodes in dense form, and the binding of pods to them one after the other. */
@NullMarked
package io.spotwright.scheduling.replay;

import org.jspecify.annotations.NullMarked;
