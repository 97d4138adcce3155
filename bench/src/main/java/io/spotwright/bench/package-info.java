/** Plans and timings on fixed inputs, beside those of Karpenter's own solver. */
@NullMarked
package io.spotwright.bench;

import org.jspecify.annotations.NullMarked;
