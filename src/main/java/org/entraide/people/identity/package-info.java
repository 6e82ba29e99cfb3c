/**
 * Which rows are one person's, and the reference of each person. Comes in: profiles, and what
 * journal and sheet remember; goes out: people. Pure.
 */
@NullMarked
package org.entraide.people.identity;

import org.jspecify.annotations.NullMarked;
