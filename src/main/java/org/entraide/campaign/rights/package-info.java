/** People's rights: erasure, extracts, and the check of how long somebody may be kept. */
@NullMarked
package org.entraide.campaign.rights;

import org.jspecify.annotations.NullMarked;
