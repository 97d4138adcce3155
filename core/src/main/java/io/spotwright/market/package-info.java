@NullMarked
package io.spotwright.market;

import org.jspecify.annotations.NullMarked;
