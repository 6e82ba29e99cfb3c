package org.entraide.match.model;

import java.util.Set;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/**
 * A new introduction.
 *
 * @param person reference of who needs
 * @param helper reference of who helps
 * @param needs what the introduction covers, in the order of the enum
 * @param cautiousKm the largest of their distance and the two uncertainties, in kilometres,
 *     unrounded; null when a place is unknown
 * @param round 0 for a pin, else from 1
 * @param band index of the first distance band that holds {@code cautiousKm}, the number of bands
 *     when none does or a place is unknown, and 0 when only remote needs are covered
 */
public record Assignment(
    String person,
    String helper,
    Set<Category> needs,
    @Nullable Double cautiousKm,
    int round,
    int band) {}
