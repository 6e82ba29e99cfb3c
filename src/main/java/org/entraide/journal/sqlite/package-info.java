/**
 * The journal in one file of SQLite, the lock that lets one daemon only use it, and its backups.
 * Never open its file or the lock's by other means in the same process: on POSIX, closing any
 * descriptor of a file drops every lock that the process has on it.
 */
@NullMarked
package org.entraide.journal.sqlite;

import org.jspecify.annotations.NullMarked;
