/**
 * Solves stable matchings of abstract instances: hospitals and residents with ties. In: {@code
 * Preferences}, as flat arrays. Out: a matching that is solved, repaired, improved or checked. It
 * knows no person and no place. For {@code match.policy}, {@code matchfile} and {@code cli}; it may
 * not use {@code match.policy}. Pure.
 */
@NullMarked
package org.entraide.match.core;

import org.jspecify.annotations.NullMarked;
