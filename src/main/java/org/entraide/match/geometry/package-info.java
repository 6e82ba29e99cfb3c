/**
 * Finds helpers near a person who would accept them, without looking at all: a tree over points of
 * the sphere. For the matcher alone.
 */
@NullMarked
package org.entraide.match.geometry;

import org.jspecify.annotations.NullMarked;
