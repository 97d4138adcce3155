/** YAML and JSON text to a light tree that knows its lines, hardened against hostile input. */
@NullMarked
package io.spotwright.kubernetes.manifest.tree;

import org.jspecify.annotations.NullMarked;
