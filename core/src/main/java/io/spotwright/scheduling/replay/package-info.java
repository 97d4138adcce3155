/** The replay's dense form: pods as classes, nodes as columns, rules as counters. */
@NullMarked
package io.spotwright.scheduling.replay;

import org.jspecify.annotations.NullMarked;
