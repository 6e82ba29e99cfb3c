/**
 * Shows what people must do in the tab À faire / To do, the most urgent first. In: tasks, and the
 * rows of the tab. Out: the changes to write. Nothing is ticked there: a task goes when its cause
 * goes. For {@code campaign.decide}, which makes the tasks, and {@code plan.dashboard}. Pure.
 */
@NullMarked
package org.entraide.plan.todo;

import org.jspecify.annotations.NullMarked;
