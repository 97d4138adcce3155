/** What every verb of the command line shares: flags, their help, their parsing, exit codes. */
@NullMarked
package io.spotwright.cli.command;

import org.jspecify.annotations.NullMarked;
