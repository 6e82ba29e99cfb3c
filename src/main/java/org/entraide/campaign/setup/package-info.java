/**
 * Brings the form and the spreadsheet of a new campaign to where a pass can work. For the command
 * {@code init}.
 */
@NullMarked
package org.entraide.campaign.setup;

import org.jspecify.annotations.NullMarked;
