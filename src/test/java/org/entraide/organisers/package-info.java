/**
 * Whatever organisers do to their spreadsheet, the daemon loses, doubles and overwrites nothing:
 * the real daemon against the real office in one process, people at work at every moment of a
 * cycle, and an oracle that shares no code with the daemon.
 */
@NullMarked
package org.entraide.organisers;

import org.jspecify.annotations.NullMarked;
