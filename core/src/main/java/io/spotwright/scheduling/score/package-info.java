/** The arithmetic of kube-scheduler's default scores, release 1.36. */
@NullMarked
package io.spotwright.scheduling.score;

import org.jspecify.annotations.NullMarked;
