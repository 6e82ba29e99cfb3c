/**
 * Brings a new campaign's form and spreadsheet to where a pass can work. For {@code init} and
 * {@code live-check}.
 */
@NullMarked
package org.entraide.campaign.setup;

import org.jspecify.annotations.NullMarked;
