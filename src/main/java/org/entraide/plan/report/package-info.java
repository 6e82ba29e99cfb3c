/** What each person's row says: where they are in the campaign, and why. Pure. */
@NullMarked
package org.entraide.plan.report;

import org.jspecify.annotations.NullMarked;
