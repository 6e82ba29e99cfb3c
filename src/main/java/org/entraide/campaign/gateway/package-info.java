/**
 * What a pass asks the world with: the ports of a campaign together, the form with what was last
 * read of it, the geocoder with what it said. Decides when to ask again, and about whom; nothing
 * else.
 */
@NullMarked
package org.entraide.campaign.gateway;

import org.jspecify.annotations.NullMarked;
