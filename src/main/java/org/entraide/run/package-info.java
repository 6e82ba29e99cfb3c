/**
 * Running campaigns: as a daemon, once, or as one of a group of daemons. Comes in: the wired
 * installation and the stop signal; goes out: an exit code. Commands that need a campaign for
 * themselves take its lease here.
 */
@NullMarked
package org.entraide.run;

import org.jspecify.annotations.NullMarked;
