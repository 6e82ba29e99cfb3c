/** Letters of a campaign from their draft to their outcome. */
package org.entraide.campaign.letters;
