/** The verb {@code catalog}: search VM sizes and their prices. */
@NullMarked
package io.spotwright.cli.catalog;

import org.jspecify.annotations.NullMarked;
