@NullMarked
package io.spotwright.azure.instancetype;

import org.jspecify.annotations.NullMarked;
