@NullMarked
package io.spotwright.model.constraint;

import org.jspecify.annotations.NullMarked;
