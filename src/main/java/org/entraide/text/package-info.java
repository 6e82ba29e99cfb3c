/**
 * Holds every word that people read, in every language that has the files. In: messages, and texts
 * that people typed. Out: a message in one language, the templates of letters, and text that is cut
 * or cleaned. For nearly every package; it uses none, and {@code matchfile} may use only {@code
 * NearestWord}. Pure.
 */
@NullMarked
package org.entraide.text;

import org.jspecify.annotations.NullMarked;
