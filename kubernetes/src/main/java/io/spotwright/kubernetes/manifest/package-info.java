/** Kubernetes manifests, as files, folders or a stream, to the model: what a plan is made from. */
@NullMarked
package io.spotwright.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
