/**
 * The tab À faire / To do: what people must do, most urgent first, and how it is shown. Nothing is
 * ticked there: a task goes when its cause goes.
 */
@NullMarked
package org.entraide.plan.todo;

import org.jspecify.annotations.NullMarked;
