/**
 * What an online service may hear: the least of an answer that finds a place, and nothing personal.
 * Comes in: what a person wrote; goes out: a {@code MinimalQuery}. For the online geocoders alone.
 * Pure.
 */
@NullMarked
package org.entraide.place.online.query;

import org.jspecify.annotations.NullMarked;
