/** What must hold for every plan, tried on random instances and against exact optima. */
@NullMarked
package io.spotwright.packing.property;

import org.jspecify.annotations.NullMarked;
