/**
 * What a pass asks the world with: the ports of a campaign together, the form with what was last
 * read of it, the geocoder with what it said. No decisions here.
 */
@NullMarked
package org.entraide.campaign.edge;

import org.jspecify.annotations.NullMarked;
