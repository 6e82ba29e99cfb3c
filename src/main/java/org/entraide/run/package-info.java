/**
 * Runs campaigns: as a daemon, once, or as one of a group of daemons. In: the configuration, and
 * the options of the command {@code run}. Out: an exit code, when the work is done or a stop signal
 * came. For {@code Main} alone; it may not use {@code action}.
 */
@NullMarked
package org.entraide.run;

import org.jspecify.annotations.NullMarked;
