/**
 * Makes effects: drafts, deletions, cells. Before each it asks whether it still may, and the
 * journal knows of it first.
 */
@NullMarked
package org.entraide.campaign.apply;

import org.jspecify.annotations.NullMarked;
