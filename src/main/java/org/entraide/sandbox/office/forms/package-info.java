/**
 * Google Forms as the embedded office plays it: forms, their respondents, and how answers land in
 * the linked spreadsheet.
 */
@NullMarked
package org.entraide.sandbox.office.forms;

import org.jspecify.annotations.NullMarked;
