/** A plan told: as a table for people and as a document for programs. */
@NullMarked
package io.spotwright.cli.report;

import org.jspecify.annotations.NullMarked;
