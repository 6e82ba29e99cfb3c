/**
 * Reads what organisers set in the settings tab, and says what its cells should show. In: the rows
 * of the tab, what the administrator configured, and what the journal remembers. Out: the settings
 * in force, how many people groups help, who is barred, and changes to the tab. Mainly for {@code
 * plan.interpret}, {@code plan.prepare} and {@code campaign.observe}; other packages of {@code
 * plan} and {@code campaign}, and {@code doctor}, take the settings in force and the bars. Pure.
 */
@NullMarked
package org.entraide.plan.settings;

import org.jspecify.annotations.NullMarked;
