/**
 * Cleans, cuts and compares texts that people typed. In: a text of anybody's. Out: the part of it
 * that is read, in small letters or fit for a mail; which word was probably meant; whether it holds
 * a link. For nearly every package; it uses none, and {@code matchfile} may use only {@code
 * NearestWord}. Pure.
 */
@NullMarked
package org.entraide.text.typed;

import org.jspecify.annotations.NullMarked;
