@NullMarked
package io.spotwright.packing.binding;

import org.jspecify.annotations.NullMarked;
