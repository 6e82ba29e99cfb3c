/**
 * The lines of {@code status}: what the journal says of each campaign and of a group of daemons.
 * For that command alone.
 */
@NullMarked
package org.entraide.cli.status;

import org.jspecify.annotations.NullMarked;
