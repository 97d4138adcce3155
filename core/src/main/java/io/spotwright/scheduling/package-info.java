@NullMarked
package io.spotwright.scheduling;

import org.jspecify.annotations.NullMarked;
