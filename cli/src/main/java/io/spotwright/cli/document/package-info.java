/** Writing for people (tables, colours) and for programs (JSON, YAML). */
@NullMarked
package io.spotwright.cli.document;

import org.jspecify.annotations.NullMarked;
