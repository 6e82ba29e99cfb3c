/**
 * Plays Gmail for the embedded office: messages, drafts, labels, history, and a mailbox's owner.
 * In: requests to the Gmail API and to {@code /office/mailboxes}. Out: answers, and changed
 * mailboxes. It sends nothing by itself. For {@code sandbox.office}, {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.gmail;

import org.jspecify.annotations.NullMarked;
