/**
 * Finds who is in which row, and what organisers ask of them. In: rows, authorship, and what the
 * journal knows. Out: people, instructions and bars, and what is carried over from the tab that was
 * served before. For {@code campaign.observe} and {@code campaign.decide}; {@code plan.introduce}
 * may not use it. Pure but for the references drawn.
 */
@NullMarked
package org.entraide.plan.interpret;

import org.jspecify.annotations.NullMarked;
