@NullMarked
package io.spotwright.packing.problem;

import org.jspecify.annotations.NullMarked;
