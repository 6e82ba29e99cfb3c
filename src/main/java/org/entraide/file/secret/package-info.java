/**
 * Keeps what nobody but the user who runs the program may see. In: a path, or a secret. Out: files
 * and directories that only their owner may read, and the secret on the first line of a file. For
 * {@code journal}, {@code google.auth}, {@code action}, {@code place.postcode} and the office's
 * recording.
 */
@NullMarked
package org.entraide.file.secret;

import org.jspecify.annotations.NullMarked;
