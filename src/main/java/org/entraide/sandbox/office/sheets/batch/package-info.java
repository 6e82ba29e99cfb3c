/**
 * The requests of {@code spreadsheets.batchUpdate}, a class for each family of them. Each changes a
 * book under change, or refuses.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.batch;

import org.jspecify.annotations.NullMarked;
