/**
 * Reads and checks references: the short codes of people and of introductions. In: a text. Out: the
 * references in it, their check symbols, and the references that a mistyped one may have been. For
 * {@code people}, {@code plan}, {@code campaign} and {@code action}. Pure.
 */
@NullMarked
package org.entraide.people.reference;

import org.jspecify.annotations.NullMarked;
