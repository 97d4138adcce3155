@NullMarked
package io.spotwright.packing;

import org.jspecify.annotations.NullMarked;
