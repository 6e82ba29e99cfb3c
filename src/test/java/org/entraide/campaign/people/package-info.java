/** Who is in which row of a campaign, over time. */
package org.entraide.campaign.people;
