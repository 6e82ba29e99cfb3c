/** The daemon's durable record in SQLite. */
@NullMarked
package org.entraide.journal;

import org.jspecify.annotations.NullMarked;
