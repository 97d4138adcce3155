/** What a reading has to tell: problems with their place and a hint, and notes. */
@NullMarked
package io.spotwright.kubernetes.manifest.diagnostic;

import org.jspecify.annotations.NullMarked;
