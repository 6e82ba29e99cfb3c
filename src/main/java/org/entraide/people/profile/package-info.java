/**
 * Reads what one answer says about a person. In: the titles of the questions, and a row. Out: which
 * column asks what, a profile and the problems met, the fingerprint by which the row is known
 * again, and what is left of erased answers. For {@code plan.interpret}, {@code plan.layout} and
 * {@code campaign.observe}; {@code match} may not use it. Pure.
 */
@NullMarked
package org.entraide.people.profile;

import org.jspecify.annotations.NullMarked;
