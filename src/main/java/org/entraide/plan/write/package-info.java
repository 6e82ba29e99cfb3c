/**
 * Decides which cells to write, and how to put back what a write hit that was not meant. In: what
 * the sheet should say, what it shows, and who wrote it. Out: changes. For {@code campaign.decide},
 * {@code campaign.apply} and {@code campaign.model}; {@code plan.report} words its rows with it.
 * Pure.
 */
@NullMarked
package org.entraide.plan.write;

import org.jspecify.annotations.NullMarked;
