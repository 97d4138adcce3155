@NullMarked
package io.spotwright.packing.topology;

import org.jspecify.annotations.NullMarked;
