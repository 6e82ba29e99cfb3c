/**
 * Which rows are one person's, the reference of each person, and whose rows are gone. Comes in:
 * profiles, and what journal and sheet remember; goes out: people. Pure.
 */
@NullMarked
package org.entraide.people.identity;

import org.jspecify.annotations.NullMarked;
