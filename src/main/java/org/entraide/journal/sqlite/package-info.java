/**
 * Keeps the journal in one file of SQLite, with its backups and a lock for one daemon only. In: a
 * state directory. Out: a {@code Journal}, the lock, or a backup. For {@code wiring}, {@code
 * action} and {@code doctor}. Never open its file or the lock's by other means in the same process:
 * on POSIX, closing any descriptor of a file drops every lock that the process has on it.
 */
@NullMarked
package org.entraide.journal.sqlite;

import org.jspecify.annotations.NullMarked;
