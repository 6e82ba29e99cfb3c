/**
 * What a campaign's spreadsheet lacks, and how the daemon's columns and tabs look when they are
 * new. Pure.
 */
@NullMarked
package org.entraide.plan.prepare;

import org.jspecify.annotations.NullMarked;
