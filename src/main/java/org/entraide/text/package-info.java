/**
 * Holds every word that people read, in every language that has the files. In: messages. Out: a
 * message in one language, and the templates of letters. For nearly every package; it uses none
 * besides {@code text.typed}. Pure.
 */
@NullMarked
package org.entraide.text;

import org.jspecify.annotations.NullMarked;
