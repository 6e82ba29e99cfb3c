/**
 * Examines an installation for the command {@code doctor}, one class for each part of it. In: the
 * configuration, the machine, the journal, and what a campaign reaches. Out: findings, each bad one
 * with its cause and its cure. Nothing here changes anything. For {@code action} alone.
 */
@NullMarked
package org.entraide.doctor;

import org.jspecify.annotations.NullMarked;
