/**
 * Plays sample campaigns on an embedded office, with the daemon in a process beside it. In: how
 * many people, a seed, languages, and how the daemon is started. Out: an office on this machine
 * with a page, and a configuration for the daemon. For the command {@code sandbox}, in {@code
 * action}; the other adapters may not use it.
 */
@NullMarked
package org.entraide.sandbox;

import org.jspecify.annotations.NullMarked;
