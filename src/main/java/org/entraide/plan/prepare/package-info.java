/**
 * Finds what a campaign's spreadsheet lacks, and how the daemon's columns and tabs look when new.
 * In: where everything is in the sheet, and how it looks. Out: changes that add what is missing, or
 * bring how it looks up to date. For {@code campaign.model}, {@code campaign.apply} and {@code
 * campaign.setup}. Pure.
 */
@NullMarked
package org.entraide.plan.prepare;

import org.jspecify.annotations.NullMarked;
