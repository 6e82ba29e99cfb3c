/**
 * Holds a campaign's ports together, and keeps what the form and the geocoder last answered. In:
 * the ports, the sheet as it was read, and people. Out: the form compared with the sheet, and
 * people with their places. It decides when to ask again, and about whom; nothing else. Mainly for
 * {@code campaign.apply}, {@code campaign.cycle} and {@code campaign.observe}; {@code
 * campaign.decide} takes places from it, {@code wiring} makes the ports, and {@code doctor} reads
 * the form with it.
 */
@NullMarked
package org.entraide.campaign.gateway;

import org.jspecify.annotations.NullMarked;
