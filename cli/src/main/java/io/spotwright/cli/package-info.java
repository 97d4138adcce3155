/** The program {@code spotwright} and its smaller verbs. */
@NullMarked
package io.spotwright.cli;

import org.jspecify.annotations.NullMarked;
