/**
 * Reads a mailbox and makes drafts in it, through the Gmail API. In: a delegate's address, and
 * letters. Out: drafts made or deleted, and what labels and headers say: never bodies. Nothing here
 * sends. For {@code GoogleServices}; {@code action} shows a letter as it is received.
 */
@NullMarked
package org.entraide.google.gmail;

import org.jspecify.annotations.NullMarked;
