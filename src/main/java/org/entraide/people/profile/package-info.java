/**
 * What one answer says about a person. Comes in: the titles of the questions and a row; goes out:
 * which column asks what, a profile and the problems met, the fingerprint by which the row is known
 * again, and what is left of erased answers. Pure.
 */
@NullMarked
package org.entraide.people.profile;

import org.jspecify.annotations.NullMarked;
