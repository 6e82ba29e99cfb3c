/** What the dashboard says, and its sign of life. Pure. */
@NullMarked
package org.entraide.plan.dashboard;

import org.jspecify.annotations.NullMarked;
