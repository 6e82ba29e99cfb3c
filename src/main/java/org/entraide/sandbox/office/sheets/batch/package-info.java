/**
 * Does the requests of {@code spreadsheets.batchUpdate}, a class for each family of them. In: a
 * book under change, and the JSON of a request. Out: the changed book and a reply, or a refusal.
 * For {@code sandbox.office.sheets}, {@code people} and {@code values} beside it, and the office's
 * Forms.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.batch;

import org.jspecify.annotations.NullMarked;
