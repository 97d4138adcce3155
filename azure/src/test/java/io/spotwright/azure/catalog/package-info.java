@NullMarked
package io.spotwright.azure.catalog;

import org.jspecify.annotations.NullMarked;
