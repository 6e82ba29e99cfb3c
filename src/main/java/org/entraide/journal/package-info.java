/**
 * The daemon's durable record in SQLite, and the lock that lets one daemon only use it.
 *
 * <p>Never open the journal's file or the lock's by other means in a process that uses them: on
 * POSIX, closing any descriptor of a file drops every lock that the process has on it.
 */
@NullMarked
package org.entraide.journal;

import org.jspecify.annotations.NullMarked;
