/** Catalogues in the instance-type JSON of Karpenter's kwok provider. */
@NullMarked
package io.spotwright.azure.instancetype;

import org.jspecify.annotations.NullMarked;
