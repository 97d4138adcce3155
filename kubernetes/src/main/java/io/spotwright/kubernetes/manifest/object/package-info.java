/** What all Kubernetes objects have: identity, owner, place. */
@NullMarked
package io.spotwright.kubernetes.manifest.object;

import org.jspecify.annotations.NullMarked;
