/**
 * Finds helpers near a person who would accept them, without looking at all of them. In: people and
 * pairs as {@code match.state} has them. Out: the best helper or the nearest, from a tree over
 * points of the sphere. For {@code match.policy} and {@code match.explain}. Pure.
 */
@NullMarked
package org.entraide.match.geometry;

import org.jspecify.annotations.NullMarked;
