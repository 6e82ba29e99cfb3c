/**
 * Holds a campaign's ports together, and keeps what the form and the geocoder last answered. In:
 * the ports, the sheet as it was read, and people. Out: the form compared with the sheet, and
 * people with their places. It decides when to ask again, and about whom; nothing else. For {@code
 * campaign.cycle}, {@code campaign.observe} and {@code campaign.apply}.
 */
@NullMarked
package org.entraide.campaign.gateway;

import org.jspecify.annotations.NullMarked;
