/**
 * Questions to people whose answer lacks something that they alone can tell. Comes in: people with
 * their places, and the questions so far; goes out: whom to ask what, and which drafts are needless
 * by now. Pure.
 */
@NullMarked
package org.entraide.plan.question;

import org.jspecify.annotations.NullMarked;
