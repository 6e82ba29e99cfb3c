/**
 * A mailbox through the Gmail API: drafts, labels and headers, never bodies, and nothing that
 * sends. For {@code GoogleServices} alone; the live check also reads a received letter.
 */
@NullMarked
package org.entraide.google.gmail;

import org.jspecify.annotations.NullMarked;
