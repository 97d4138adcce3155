/**
 * Rules over the whole code base: which way dependencies go, what things are called, how big they
 * are.
 */
@NullMarked
package io.spotwright.architecture;

import org.jspecify.annotations.NullMarked;
