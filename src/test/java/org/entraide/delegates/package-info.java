/**
 * Whatever delegates do with the drafts in their mailboxes, nothing is written twice or sent, and
 * the sheet tells it: the real daemon against the real office in one process, killed at every
 * request, and robbed of every answer.
 */
@NullMarked
package org.entraide.delegates;

import org.jspecify.annotations.NullMarked;
