/** Shares and loss budgets of plans, counted anew from the pods and offerings alone. */
@NullMarked
package io.spotwright.packing.spread;

import org.jspecify.annotations.NullMarked;
