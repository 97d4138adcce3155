/**
 * A second opinion on plans. It shares no code with the engine or with the scheduling rules: what
 * it checks is written once more from the rules of Kubernetes and of this project's policy.
 */
@NullMarked
package io.spotwright.packing.verify;

import org.jspecify.annotations.NullMarked;
