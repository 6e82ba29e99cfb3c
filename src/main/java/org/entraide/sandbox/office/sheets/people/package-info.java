/**
 * What organisers do by hand to their spreadsheets, and what they see of them, under {@code
 * /office/sheets}.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.people;

import org.jspecify.annotations.NullMarked;
