@NullMarked
package io.spotwright.model;

import org.jspecify.annotations.NullMarked;
