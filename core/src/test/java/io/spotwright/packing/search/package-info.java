@NullMarked
package io.spotwright.packing.search;

import org.jspecify.annotations.NullMarked;
