/**
 * Reads, makes and completes forms through the Forms API. In: the id of a form, or the questions to
 * add. Out: the form, its responses, and a new or changed form at Google. For {@code
 * GoogleServices} alone.
 */
@NullMarked
package org.entraide.google.forms;

import org.jspecify.annotations.NullMarked;
