/**
 * Stable matching of abstract instances, hospitals and residents with ties: solves, repairs,
 * improves and checks. Knows no person and no place.
 */
@NullMarked
package org.entraide.match.core;

import org.jspecify.annotations.NullMarked;
