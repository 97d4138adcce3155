/** Rules for buying nodes: Karpenter's NodePool and the SpotPolicy. */
@NullMarked
package io.spotwright.kubernetes.manifest.policy;

import org.jspecify.annotations.NullMarked;
