/**
 * The daemon in a world in which everything goes wrong that can, and again the same way for the
 * same seed: respondents, organisers and delegates at work at every moment, several campaigns,
 * Google's moods, the machine's death, on a clock that stands still between two events. In the
 * manner of FoundationDB and TigerBeetle: the real daemon and the real office, in one process,
 * without a socket or a thread, and an oracle that knows the truth and shares no code with the
 * daemon.
 */
@NullMarked
package org.entraide.simulation;

import org.jspecify.annotations.NullMarked;
