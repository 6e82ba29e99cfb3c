/**
 * Running campaigns: as a daemon, once, or as one of a group of daemons. Comes in: the wired
 * installation and the stop signal; goes out: an exit code.
 */
@NullMarked
package org.entraide.run;

import org.jspecify.annotations.NullMarked;
