/** A campaign in memory: table, mailboxes, journal, clock, and what may fail. */
package org.entraide.campaign.world;
