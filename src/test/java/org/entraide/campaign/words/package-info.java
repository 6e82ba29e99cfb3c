/** What organisers type: copied, moved, overtaken, carried over. */
package org.entraide.campaign.words;
