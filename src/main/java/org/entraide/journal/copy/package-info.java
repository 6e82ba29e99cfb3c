/**
 * Copies a journal between databases: moves it to another kind, backs up a shared one, and compares
 * what was copied. For the commands that do so.
 */
@NullMarked
package org.entraide.journal.copy;

import org.jspecify.annotations.NullMarked;
