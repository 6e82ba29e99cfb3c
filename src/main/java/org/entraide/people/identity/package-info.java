/**
 * Finds which rows are one person's, and gives each person a reference. In: profiles, and what
 * journal and sheet remember. Out: people, whose each row is, and whose rows are gone. For {@code
 * plan.interpret}, {@code plan.authorship} and {@code campaign.decide}. Pure.
 */
@NullMarked
package org.entraide.people.identity;

import org.jspecify.annotations.NullMarked;
