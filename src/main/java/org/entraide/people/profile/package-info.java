/**
 * What one row says about a person. Comes in: a row and which column asks what; goes out: a profile
 * and the problems met. Pure.
 */
@NullMarked
package org.entraide.people.profile;

import org.jspecify.annotations.NullMarked;
