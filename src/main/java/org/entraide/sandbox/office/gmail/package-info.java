/**
 * Gmail as the embedded office plays it: messages, drafts, labels, history, and the owner of a
 * mailbox. It sends nothing by itself.
 */
@NullMarked
package org.entraide.sandbox.office.gmail;

import org.jspecify.annotations.NullMarked;
