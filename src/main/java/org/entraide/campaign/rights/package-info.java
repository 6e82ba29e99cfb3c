/**
 * Serves people's rights: erasure, extracts, and a limit to how long somebody is kept. In: an
 * observation, and the commands in the journal's queue. Out: a plan of erasures, the tables of an
 * extract, or where somebody's data are. For {@code campaign.cycle}; {@code action} shows where
 * data are. It may not use {@code campaign.apply}.
 */
@NullMarked
package org.entraide.campaign.rights;

import org.jspecify.annotations.NullMarked;
