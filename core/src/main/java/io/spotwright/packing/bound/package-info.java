@NullMarked
package io.spotwright.packing.bound;

import org.jspecify.annotations.NullMarked;
