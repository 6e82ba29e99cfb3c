/**
 * Makes the lines of {@code status}. In: what the journal says of each campaign, the configured
 * campaigns, and the state of a group of daemons. Out: messages, lines of text, and JSON. For that
 * command in {@code cli} alone.
 */
@NullMarked
package org.entraide.cli.status;

import org.jspecify.annotations.NullMarked;
