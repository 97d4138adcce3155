/** kube-scheduler's rules over one pod and one node, or over one pod and another. */
@NullMarked
package io.spotwright.scheduling.filter;

import org.jspecify.annotations.NullMarked;
