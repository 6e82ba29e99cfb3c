/**
 * Brings the form and the spreadsheet of a new campaign to where a pass can work. In: a campaign's
 * settings, its table, and a maker of forms. Out: a form with its questions, and a sheet with the
 * daemon's columns and tabs. It may write into a sheet without a plan. For the command {@code
 * init}, in {@code action}.
 */
@NullMarked
package org.entraide.campaign.setup;

import org.jspecify.annotations.NullMarked;
