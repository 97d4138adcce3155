/** Azure's VM sizes and prices, embedded, as nodes that pods can be planned on. */
@NullMarked
package io.spotwright.azure.catalog;

import org.jspecify.annotations.NullMarked;
