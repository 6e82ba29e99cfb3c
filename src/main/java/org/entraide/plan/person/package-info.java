/**
 * A person as one pass knows them: who it is, where they live, what organisers ask of them. Comes
 * in: cells that organisers wrote; goes out: values that planners and matching use. Pure.
 */
@NullMarked
package org.entraide.plan.person;

import org.jspecify.annotations.NullMarked;
