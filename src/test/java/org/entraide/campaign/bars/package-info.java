/** People who are barred: what lifts a bar, and what does not. */
package org.entraide.campaign.bars;
