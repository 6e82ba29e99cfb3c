/** What the daemon's own tabs say: the dashboard with its sign of life, and the settings. Pure. */
@NullMarked
package org.entraide.plan.dashboard;

import org.jspecify.annotations.NullMarked;
