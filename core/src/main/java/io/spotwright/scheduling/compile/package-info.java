/** Pods in dense form: classes of equal pods, and their rules as counters of other pods. */
@NullMarked
package io.spotwright.scheduling.compile;

import org.jspecify.annotations.NullMarked;
