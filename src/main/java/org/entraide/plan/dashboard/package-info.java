/** The dashboard with its sign of life, and what the daemon's own tabs need together. Pure. */
@NullMarked
package org.entraide.plan.dashboard;

import org.jspecify.annotations.NullMarked;
