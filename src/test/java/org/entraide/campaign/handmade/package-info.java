/** Introductions that organisers make by hand, in a whole campaign. */
package org.entraide.campaign.handmade;
