/**
 * Plans under concentration limits: shares per capacity pool and family, loss of a pool survived.
 */
@NullMarked
package io.spotwright.packing.spread;

import org.jspecify.annotations.NullMarked;
