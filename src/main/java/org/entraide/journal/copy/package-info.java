/**
 * Copies a journal between databases, and compares what was copied. In: a state directory, a
 * database server, or a backup. Out: a journal that was moved or put back, or a backup of a shared
 * one. For the commands {@code migrate-journal}, {@code backup} and {@code restore}, in {@code
 * action}.
 */
@NullMarked
package org.entraide.journal.copy;

import org.jspecify.annotations.NullMarked;
