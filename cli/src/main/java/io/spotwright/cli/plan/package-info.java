/** The verb {@code plan}: from flags and manifests to a printed plan. */
@NullMarked
package io.spotwright.cli.plan;

import org.jspecify.annotations.NullMarked;
